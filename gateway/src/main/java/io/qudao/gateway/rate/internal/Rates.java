package io.qudao.gateway.rate.internal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.qudao.gateway.RateLevel;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Takes a token for a request from all of its buckets or from none. Tokens are drawn from Redis in batches of a
 * fiftieth of a bucket's rate per second, so that the allowances are never exceeded and a busy client rarely waits for
 * Redis.
 */
@Component
final class Rates {
    private static final int DRAWS_PER_SECOND = 50;
    private static final int MEMORIES = 50_000;

    private final RedisRates redis;
    private final Clock clock;
    private final Cache<String, DrawnTokens> drawn = Caffeine.newBuilder()
            .maximumSize(MEMORIES)
            .expireAfterAccess(Duration.ofMinutes(1))
            .build();

    Rates(RedisRates redis, Clock clock) {
        this.redis = redis;
        this.clock = clock;
    }

    Mono<RateVerdict> draw(List<Bucket> buckets) {
        List<DrawnTokens> held = held(buckets);
        List<Integer> missing = new ArrayList<>();
        for (int i = 0; i < held.size(); i++) {
            if (!held.get(i).take(clock.instant())) {
                missing.add(i);
            }
        }
        return missing.isEmpty() ? Mono.just(new RateVerdict.Allowed(tightest(held))) : fetch(buckets, held, missing);
    }

    /** Takes a token of each bucket and returns the tightest level; takes nothing if one of them has none at hand. */
    @Nullable
    RateLevel takeAtHand(List<Bucket> buckets) {
        List<DrawnTokens> held = held(buckets);
        for (int i = 0; i < held.size(); i++) {
            if (!held.get(i).take(clock.instant())) {
                held.subList(0, i).forEach(DrawnTokens::giveBack);
                return null;
            }
        }
        return tightest(held);
    }

    private List<DrawnTokens> held(List<Bucket> buckets) {
        return buckets.stream().map(this::drawn).toList();
    }

    private Mono<RateVerdict> fetch(List<Bucket> buckets, List<DrawnTokens> held, List<Integer> missing) {
        List<Bucket> empty = missing.stream().map(buckets::get).toList();
        return redis.draw(empty, Rates::drawSize).map(draws -> {
            if (draws.isEmpty()) {
                return new RateVerdict.Unknown();
            }
            if (draws.stream().anyMatch(TokenDraw::isRefused)) {
                IntStream.range(0, held.size())
                        .filter(i -> !missing.contains(i))
                        .forEach(i -> held.get(i).giveBack());
                return exceeded(empty, draws);
            }
            for (int i = 0; i < missing.size(); i++) {
                held.get(missing.get(i)).add(draws.get(i), clock.instant());
            }
            return new RateVerdict.Allowed(tightest(held));
        });
    }

    /** Returns the verdict for the bucket that stays empty longest. */
    private static RateVerdict exceeded(List<Bucket> buckets, List<TokenDraw> draws) {
        int longest = 0;
        for (int i = 1; i < draws.size(); i++) {
            longest = draws.get(i).retry() > draws.get(longest).retry() ? i : longest;
        }
        TokenDraw draw = draws.get(longest);
        int limit = buckets.get(longest).allowance().burst();
        return new RateVerdict.Exceeded(new RateLevel(limit, 0, draw.reset()), draw.retry());
    }

    private static RateLevel tightest(List<DrawnTokens> held) {
        RateLevel tightest = held.getFirst().level();
        for (int i = 1; i < held.size(); i++) {
            RateLevel level = held.get(i).level();
            if ((long) level.remaining() * tightest.limit() < (long) tightest.remaining() * level.limit()) {
                tightest = level;
            }
        }
        return tightest;
    }

    private DrawnTokens drawn(Bucket bucket) {
        return Objects.requireNonNull(drawn.get(
                bucket.key(), key -> new DrawnTokens(bucket.allowance().burst())));
    }

    private static int drawSize(Bucket bucket) {
        return Math.max(1, bucket.allowance().perSecond() / DRAWS_PER_SECOND);
    }
}
