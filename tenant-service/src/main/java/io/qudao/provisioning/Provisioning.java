package io.qudao.provisioning;

import io.qudao.kernel.ByModules;
import io.qudao.kernel.TenantId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Notifications for the platform. An order is stored in the same transaction as what it is about, and is repeated until
 * the platform confirms it; receiving the same call twice does no harm.
 */
public interface Provisioning {

    /**
     * Orders the creation of a tenant's rows on its shard, in the caller's transaction.
     *
     * @param client a program that becomes a member there, or ceases to be one if it was removed; or null
     */
    @ByModules
    void order(TenantId tenant, @Nullable UUID client);

    /** Carries out a tenant's open orders now; returns whether none is left. */
    @ByModules
    boolean carryOut(TenantId tenant);
}
