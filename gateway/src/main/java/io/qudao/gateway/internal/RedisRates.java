package io.qudao.gateway.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Draws from buckets in Redis, all of a request at once or none. While Redis is down every request passes; it is asked
 * again once a second, and the log says once that it is gone and once that it is back.
 */
@Component
final class RedisRates {
    private static final Logger LOG = LoggerFactory.getLogger(RedisRates.class);
    private static final long PAUSE_NANOS = 1_000_000_000L;
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final RateVerdict UNKNOWN = new RateVerdict.Unknown();

    private final RedisScript<String> script;
    private final ReactiveStringRedisTemplate redis;
    private final AtomicBoolean down = new AtomicBoolean();
    private volatile long askAgain;

    RedisRates(ReactiveStringRedisTemplate redis, @Value("classpath:draw.lua") Resource draw) throws IOException {
        this.redis = redis;
        // As text: of a resource, Spring Data asks for the time of its last change at every call.
        this.script = RedisScript.of(draw.getContentAsString(StandardCharsets.UTF_8), String.class);
    }

    Mono<RateVerdict> draw(List<Bucket> buckets) {
        if (down.get()) {
            if (System.nanoTime() - askAgain < 0) {
                return Mono.just(UNKNOWN);
            }
            askAgain = System.nanoTime() + PAUSE_NANOS;
        }
        List<String> keys = new ArrayList<>(buckets.size());
        List<String> sizes = new ArrayList<>(buckets.size() * 2);
        for (Bucket bucket : buckets) {
            keys.add(bucket.key());
            sizes.add(Integer.toString(bucket.allowance().perSecond()));
            sizes.add(Integer.toString(bucket.allowance().burst()));
        }
        return redis.execute(script, keys, sizes)
                .next()
                .timeout(PATIENCE)
                .map(answer -> read(answer, buckets))
                .onErrorResume(failure -> Mono.just(missed(failure)));
    }

    private RateVerdict read(String answer, List<Bucket> buckets) {
        if (down.compareAndSet(true, false)) {
            LOG.info("Redis is back: rates are limited again");
        }
        String[] parts = answer.split(" ", -1);
        int limit = buckets.get(Integer.parseInt(parts[1]) - 1).allowance().burst();
        RateVerdict.Level level = new RateVerdict.Level(limit, Integer.parseInt(parts[2]), Integer.parseInt(parts[3]));
        int retryAfter = Integer.parseInt(parts[4]);
        return parts[0].equals("1") ? new RateVerdict.Allowed(level) : new RateVerdict.Exceeded(level, retryAfter);
    }

    private RateVerdict missed(Throwable failure) {
        askAgain = System.nanoTime() + PAUSE_NANOS;
        if (down.compareAndSet(false, true)) {
            LOG.warn("Redis does not answer: rates are not limited until it is back ({})", failure.toString());
        }
        return UNKNOWN;
    }
}
