package io.qudao.gateway.rate.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.ToIntFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Draws from buckets in Redis, which all gateways share. While Redis is down no limits are known; it is tried again
 * once a second, and the log reports once that it is unavailable and once that it is back.
 */
@Component
final class RedisRates {
    private static final Logger LOG = LoggerFactory.getLogger(RedisRates.class);
    private static final long PAUSE_NANOS = 1_000_000_000L;
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final RedisScript<String> script;
    private final ReactiveStringRedisTemplate redis;
    private final AtomicBoolean down = new AtomicBoolean();
    private volatile long askAgain;

    RedisRates(ReactiveStringRedisTemplate redis, @Value("classpath:draw.lua") Resource draw) throws IOException {
        this.redis = redis;
        // Loaded as text, because Spring Data checks the modification time of a resource at every call.
        this.script = RedisScript.of(draw.getContentAsString(StandardCharsets.UTF_8), String.class);
    }

    /**
     * Returns a draw from each bucket, with no tokens if one of them is empty; returns no draws at all while Redis does
     * not respond.
     */
    Mono<List<TokenDraw>> draw(List<Bucket> buckets, ToIntFunction<Bucket> wanted) {
        if (down.get()) {
            if (System.nanoTime() - askAgain < 0) {
                return Mono.just(List.of());
            }
            askAgain = System.nanoTime() + PAUSE_NANOS;
        }
        List<String> keys = new ArrayList<>(buckets.size());
        List<String> sizes = new ArrayList<>(buckets.size() * 3);
        for (Bucket bucket : buckets) {
            keys.add(bucket.key());
            sizes.add(Integer.toString(bucket.allowance().perSecond()));
            sizes.add(Integer.toString(bucket.allowance().burst()));
            sizes.add(Integer.toString(wanted.applyAsInt(bucket)));
        }
        return redis.execute(script, keys, sizes)
                .next()
                .timeout(PATIENCE)
                .map(this::read)
                .onErrorResume(failure -> Mono.just(missed(failure)));
    }

    private List<TokenDraw> read(String answer) {
        if (down.compareAndSet(true, false)) {
            LOG.info("Redis is back: rates are limited again");
        }
        int[] numbers =
                Arrays.stream(answer.split(" ", -1)).mapToInt(Integer::parseInt).toArray();
        List<TokenDraw> draws = new ArrayList<>();
        for (int i = 0; i < numbers.length; i += 4) {
            draws.add(new TokenDraw(numbers[i], numbers[i + 1], numbers[i + 2], numbers[i + 3]));
        }
        return draws;
    }

    private List<TokenDraw> missed(Throwable failure) {
        askAgain = System.nanoTime() + PAUSE_NANOS;
        if (down.compareAndSet(false, true)) {
            LOG.warn("Redis does not respond: rates are not limited until it is back ({})", failure.toString());
        }
        return List.of();
    }
}
