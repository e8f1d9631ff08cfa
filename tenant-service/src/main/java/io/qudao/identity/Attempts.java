package io.qudao.identity;

import io.qudao.kernel.ByModules;
import io.qudao.kernel.TenantId;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Counts attempts across all instances. */
public interface Attempts {

    /** Counts an attempt in a time window; returns the time to wait if it exceeds the limit. */
    @ByModules
    Optional<Duration> count(Subject subject, Limit limit);

    /** Allows an attempt unless the delay after the previous one is not over; then returns the rest of that delay. */
    @ByModules
    Optional<Duration> slow(Subject subject, Slowing slowing);

    /** Takes back an attempt that was allowed but not carried out. */
    @ByModules
    void giveBack(Subject subject);

    /** Resets the count. */
    @ByModules
    void forget(Subject subject);

    /**
     * The subject whose attempts are counted.
     *
     * @param tenant null for the public site
     * @param kind kind of attempt, such as {@code sign-in.place}
     * @param who identifies the subject; stored as a hash only
     */
    record Subject(@Nullable TenantId tenant, String kind, String who) {}

    record Limit(int count, Duration window) {

        public Limit {
            if (count < 1 || window.isNegative() || window.isZero()) {
                throw new IllegalArgumentException("A limit must allow at least one attempt in a positive time");
            }
        }
    }

    /**
     * How attempts are slowed down: each attempt after the free ones is followed by a delay, twice as long as the one
     * before.
     *
     * @param free number of consecutive attempts without a delay
     * @param first first delay
     * @param longest maximum delay
     * @param memory time after the last attempt until everything is forgotten
     */
    record Slowing(int free, Duration first, Duration longest, Duration memory) {

        public Slowing {
            if (free < 1 || first.toMillis() < 1 || longest.compareTo(first) < 0 || memory.compareTo(longest) < 0) {
                throw new IllegalArgumentException("Delays must be positive, with first <= longest <= memory");
            }
        }
    }
}
