package io.qudao.identity.internal;

import io.qudao.identity.Attempts;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.script.DefaultRedisScript;
import org.springframework.data.redis.core.script.RedisScript;
import org.springframework.stereotype.Component;

/** Uses a key for each subject that expires with its window. */
@Component
class RedisCounter implements Counter {

    private static final RedisScript<Long> COUNT = new DefaultRedisScript<>("""
            if redis.call('INCR', KEYS[1]) == 1 then redis.call('PEXPIRE', KEYS[1], ARGV[2]) end
            if tonumber(redis.call('GET', KEYS[1])) <= tonumber(ARGV[1]) then return 0 end
            return math.max(1, redis.call('PTTL', KEYS[1]))
            """, Long.class);

    private static final RedisScript<Long> SLOW = new DefaultRedisScript<>("""
            local now, free, first, longest, memory =
                tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3]), tonumber(ARGV[4]), ARGV[5]
            local over = tonumber(redis.call('HGET', KEYS[1], 'over') or 0)
            if over > now then return over - now end
            local count = redis.call('HINCRBY', KEYS[1], 'count', 1)
            if count >= free then
                redis.call('HSET', KEYS[1], 'over', now + math.min(longest, first * 2 ^ math.min(count - free, 20)))
            end
            redis.call('PEXPIRE', KEYS[1], memory)
            return 0
            """, Long.class);

    private static final RedisScript<Long> GIVE_BACK = new DefaultRedisScript<>("""
            if tonumber(redis.call('HGET', KEYS[1], 'count') or 0) < 1 then return 0 end
            redis.call('HDEL', KEYS[1], 'over')
            return redis.call('HINCRBY', KEYS[1], 'count', -1)
            """, Long.class);

    private final StringRedisTemplate redis;
    private final Clock clock;

    RedisCounter(StringRedisTemplate redis, Clock clock) {
        this.redis = redis;
        this.clock = clock;
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
    public Optional<Duration> slow(String subject, Attempts.Slowing slowing) {
        Long wait = redis.execute(
                SLOW,
                List.of(subject),
                Long.toString(clock.millis()),
                Integer.toString(slowing.free()),
                Long.toString(slowing.first().toMillis()),
                Long.toString(slowing.longest().toMillis()),
                Long.toString(slowing.memory().toMillis()));
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
