package io.qudao.gateway.internal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.qudao.gateway.internal.RateVerdict.Level;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Gives out the tokens of a request, of all its buckets or of none. They are drawn from Redis by the handful, a fiftieth
 * of what a bucket gets in a second: no more pass than the allowances say, and a busy client seldom waits for Redis.
 */
@Component
final class Rates {
    private static final int HANDFULS_PER_SECOND = 50;
    private static final int MEMORIES = 50_000;

    private final RedisRates redis;
    private final Clock clock;
    private final Cache<String, Handful> handfuls = Caffeine.newBuilder()
            .maximumSize(MEMORIES)
            .expireAfterAccess(Duration.ofMinutes(1))
            .build();

    Rates(RedisRates redis, Clock clock) {
        this.redis = redis;
        this.clock = clock;
    }

    Mono<RateVerdict> draw(List<Bucket> buckets) {
        List<Handful> held = buckets.stream().map(this::handful).toList();
        List<Integer> missing = new ArrayList<>();
        for (int i = 0; i < held.size(); i++) {
            if (!held.get(i).take(clock.instant())) {
                missing.add(i);
            }
        }
        return missing.isEmpty() ? Mono.just(new RateVerdict.Allowed(tightest(held))) : fetch(buckets, held, missing);
    }

    private Mono<RateVerdict> fetch(List<Bucket> buckets, List<Handful> held, List<Integer> missing) {
        List<Bucket> empty = missing.stream().map(buckets::get).toList();
        return redis.draw(empty, Rates::handfulOf).map(portions -> {
            if (portions.isEmpty()) {
                return new RateVerdict.Unknown();
            }
            if (portions.stream().anyMatch(Portion::isRefused)) {
                IntStream.range(0, held.size())
                        .filter(i -> !missing.contains(i))
                        .forEach(i -> held.get(i).giveBack());
                return exceeded(empty, portions);
            }
            for (int i = 0; i < missing.size(); i++) {
                held.get(missing.get(i)).add(portions.get(i), clock.instant());
            }
            return new RateVerdict.Allowed(tightest(held));
        });
    }

    /** By the bucket that is empty the longest. */
    private static RateVerdict exceeded(List<Bucket> buckets, List<Portion> portions) {
        int longest = 0;
        for (int i = 1; i < portions.size(); i++) {
            longest = portions.get(i).retry() > portions.get(longest).retry() ? i : longest;
        }
        Portion portion = portions.get(longest);
        int limit = buckets.get(longest).allowance().burst();
        return new RateVerdict.Exceeded(new Level(limit, 0, portion.reset()), portion.retry());
    }

    private static Level tightest(List<Handful> held) {
        Level tightest = held.getFirst().level();
        for (int i = 1; i < held.size(); i++) {
            Level level = held.get(i).level();
            if ((long) level.remaining() * tightest.limit() < (long) tightest.remaining() * level.limit()) {
                tightest = level;
            }
        }
        return tightest;
    }

    private Handful handful(Bucket bucket) {
        return Objects.requireNonNull(
                handfuls.get(bucket.key(), key -> new Handful(bucket.allowance().burst())));
    }

    private static int handfulOf(Bucket bucket) {
        return Math.max(1, bucket.allowance().perSecond() / HANDFULS_PER_SECOND);
    }
}
