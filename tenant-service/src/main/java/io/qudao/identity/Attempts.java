package io.qudao.identity;

import io.qudao.kernel.ByModules;
import io.qudao.kernel.TenantId;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Counts attempts over all instances. */
public interface Attempts {

    /** Counts one in a window of time; the time to wait if it was one too many. */
    @ByModules
    Optional<Duration> count(Subject subject, Limit limit);

    /** Lets one attempt through unless the wait after the one before is not over; the rest of that wait then. */
    @ByModules
    Optional<Duration> slow(Subject subject, Slowing slowing);

    /** Takes one back that was let through but came to nothing. */
    @ByModules
    void giveBack(Subject subject);

    /** Forgets what was counted. */
    @ByModules
    void forget(Subject subject);

    /**
     * Who or what is counted.
     *
     * @param tenant null for the public site
     * @param kind of attempt, such as {@code sign-in.place}
     * @param who is kept as a hash only
     */
    record Subject(@Nullable TenantId tenant, String kind, String who) {}

    record Limit(int count, Duration window) {

        public Limit {
            if (count < 1 || window.isNegative() || window.isZero()) {
                throw new IllegalArgumentException("A limit lets at least one through, in some time");
            }
        }
    }

    /**
     * How attempts are slowed down: a wait follows each one after the free ones, twice as long as the one before.
     *
     * @param free attempts that follow each other without a wait
     * @param first wait
     * @param longest wait
     * @param memory how long after the last attempt all is forgotten
     */
    record Slowing(int free, Duration first, Duration longest, Duration memory) {

        public Slowing {
            if (free < 1 || first.toMillis() < 1 || longest.compareTo(first) < 0 || memory.compareTo(longest) < 0) {
                throw new IllegalArgumentException("Waits grow from the first to the longest, which is remembered");
            }
        }
    }
}
