package io.qudao.identity.internal;

import io.qudao.identity.Attempts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Counts in Redis; if Redis does not respond, counts in PostgreSQL and leaves Redis alone for a while. */
@Component
class CountedAttempts implements Attempts {

    private static final Logger LOG = LoggerFactory.getLogger(CountedAttempts.class);
    private static final Duration REST = Duration.ofSeconds(10);

    private final RedisCounter redis;
    private final JdbcCounter database;
    private final Clock clock;
    private final AtomicReference<Instant> resting = new AtomicReference<>(Instant.EPOCH);

    CountedAttempts(RedisCounter redis, JdbcCounter database, Clock clock) {
        this.redis = redis;
        this.database = database;
        this.clock = clock;
    }

    @Override
    public Optional<Duration> count(Subject subject, Limit limit) {
        return counting(counter -> counter.count(key(subject), limit));
    }

    @Override
    public Optional<Duration> slow(Subject subject, Slowing slowing) {
        return counting(counter -> counter.slow(key(subject), slowing));
    }

    @Override
    public void giveBack(Subject subject) {
        counting(counter -> {
            counter.giveBack(key(subject));
            return true;
        });
    }

    @Override
    public void forget(Subject subject) {
        counting(counter -> {
            counter.forget(key(subject));
            return true;
        });
    }

    private <T> T counting(Function<Counter, T> work) {
        if (clock.instant().isAfter(resting.get())) {
            try {
                return work.apply(redis);
            } catch (DataAccessException down) {
                LOG.warn("Redis does not respond; attempts are counted in PostgreSQL: {}", down.getMessage());
                resting.set(clock.instant().plus(REST));
            }
        }
        return work.apply(database);
    }

    private static String key(Subject subject) {
        return "qudao:" + (subject.tenant() == null ? "0" : subject.tenant()) + ":attempt:" + subject.kind() + ":"
                + Hashes.sha256Text(subject.who());
    }
}
