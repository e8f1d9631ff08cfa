package io.qudao.provisioning;

import io.qudao.kernel.ByModules;
import io.qudao.kernel.TenantId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the platform must be told. An order is stored with what it is about, in one transaction, and is tried until the
 * platform confirms; the platform takes the same call twice without harm.
 */
public interface Provisioning {

    /**
     * Orders a tenant's rows on its shard, in the caller's transaction.
     *
     * @param client a program that becomes a member there, or is one no more if it was removed; or null
     */
    @ByModules
    void order(TenantId tenant, @Nullable UUID client);

    /** Tries a tenant's open orders now; whether none is left. */
    @ByModules
    boolean carryOut(TenantId tenant);
}
