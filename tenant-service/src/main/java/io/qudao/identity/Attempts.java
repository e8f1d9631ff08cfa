package io.qudao.identity;

import io.qudao.kernel.ByModules;
import io.qudao.kernel.TenantId;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Counts attempts in windows of time, over all instances. */
public interface Attempts {

    /** Counts one; the time to wait if it was one too many. */
    @ByModules
    Optional<Duration> count(Subject subject, Limit limit);

    /** Takes one back that should not have counted. */
    @ByModules
    void giveBack(Subject subject);

    /** Forgets what was counted. */
    @ByModules
    void forget(Subject subject);

    /**
     * Who or what is counted.
     *
     * @param tenant null for the public site
     * @param kind of attempt, such as {@code sign-in.person}
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
}
