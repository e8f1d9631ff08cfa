package io.qudao.tenancy;

import io.qudao.kernel.ByModules;
import java.time.Duration;
import java.util.function.Predicate;
import org.springframework.context.SmartLifecycle;

/** Background work for all tenants, whichever shard they are on, on every node at once. */
public interface TenantWork {
    /**
     * A line for one kind of work, not yet started.
     *
     * @param turn does one share of a tenant's work and answers whether there may be more; called outside of any scope, for
     *     one tenant at a time on this node; other nodes may be at the same tenant
     */
    @ByModules
    Line line(Terms terms, Predicate<Tenant> turn);

    /**
     * How a line works.
     *
     * @param name of its threads
     * @param waiting function of the shard, such as {@code engine.outbox_tenants}, that answers the ids of tenants with work
     *     to do, without a tenant being named; it is owned by the owner role and answers nothing else of theirs
     * @param poll longest time between two looks
     * @param workers tenants served at the same time
     */
    record Terms(String name, String waiting, Duration poll, int workers) {
        public Terms {
            if (!waiting.matches("[a-z]+\\.[a-z_]+") || poll.isNegative() || poll.isZero() || workers < 1) {
                throw new IllegalArgumentException("A line needs a function, a time and workers");
            }
        }
    }

    /**
     * Each tenant with work stands in line once and gets one turn when it is first, so a busy one does not keep the others
     * waiting. A bean of this type starts and stops with its node; turns that have begun end.
     */
    @ByModules
    interface Line extends SmartLifecycle {
        /** Says that there may be work now. */
        void ring();
    }
}
