package io.qudao.tenancy;

import io.qudao.kernel.ByModules;
import java.time.Duration;
import java.util.function.Predicate;
import org.springframework.context.SmartLifecycle;

/** Background work for all tenants on all shards, done by every node at the same time. */
public interface TenantWork {
    /**
     * Creates a line for one kind of work; it is not started yet.
     *
     * @param turn does one part of a tenant's work and returns whether there may be more; called outside any scope
     *     and for one tenant at a time on this node, while other nodes may work for the same tenant
     */
    @ByModules
    Line line(Terms terms, Predicate<Tenant> turn);

    /**
     * The settings of a line.
     *
     * @param name name of its threads
     * @param waiting SQL function of the shard, such as {@code engine.outbox_tenants}, that returns the ids of tenants
     *     with work to do without needing a tenant to be set; it is owned by the owner role and exposes nothing else
     * @param poll longest time between two checks
     * @param workers tenants served at the same time
     */
    record Terms(String name, String waiting, Duration poll, int workers) {
        public Terms {
            if (!waiting.matches("[a-z]+\\.[a-z_]+") || poll.isNegative() || poll.isZero() || workers < 1) {
                throw new IllegalArgumentException("A line needs a function, a positive poll time and workers");
            }
        }
    }

    /**
     * Each tenant with work is queued once and gets one turn when it is first, so a busy tenant does not make others
     * wait. A bean of this type starts and stops with its node; turns that have begun are finished.
     */
    @ByModules
    interface Line extends SmartLifecycle {
        /** Signals that there may be work. */
        void ring();
    }
}
