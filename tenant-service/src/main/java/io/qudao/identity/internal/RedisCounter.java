package io.qudao.identity.internal;

import io.qudao.identity.Attempts;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.script.DefaultRedisScript;
import org.springframework.data.redis.core.script.RedisScript;
import org.springframework.stereotype.Component;

/** A key for each subject that expires with its window. */
@Component
class RedisCounter implements Counter {

    private static final RedisScript<Long> COUNT = new DefaultRedisScript<>("""
            if redis.call('INCR', KEYS[1]) == 1 then redis.call('PEXPIRE', KEYS[1], ARGV[2]) end
            if tonumber(redis.call('GET', KEYS[1])) <= tonumber(ARGV[1]) then return 0 end
            return math.max(1, redis.call('PTTL', KEYS[1]))
            """, Long.class);

    private static final RedisScript<Long> GIVE_BACK = new DefaultRedisScript<>(
            "if tonumber(redis.call('GET', KEYS[1]) or 0) > 0 then return redis.call('DECR', KEYS[1]) end return 0",
            Long.class);

    private final StringRedisTemplate redis;

    RedisCounter(StringRedisTemplate redis) {
        this.redis = redis;
    }

    @Override
    public Optional<Duration> count(String subject, Attempts.Limit limit) {
        Long wait = redis.execute(
                COUNT,
                List.of(subject),
                Integer.toString(limit.count()),
                Long.toString(limit.window().toMillis()));
        return wait == 0 ? Optional.empty() : Optional.of(Duration.ofMillis(wait));
    }

    @Override
    public void giveBack(String subject) {
        redis.execute(GIVE_BACK, List.of(subject));
    }

    @Override
    public void forget(String subject) {
        redis.delete(subject);
    }
}
