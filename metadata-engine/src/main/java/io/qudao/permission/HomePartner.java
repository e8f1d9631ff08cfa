package io.qudao.permission;

import io.qudao.tenancy.Tenant;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;

/**
 * What members need to know about partners; implemented by a bean of the module that owns partners and called in the
 * tenant's scope and a transaction.
 */
public interface HomePartner {
    /**
     * Returns the partner that is the tenant itself, its head office. The first members of a tenant act for it, so it
     * must exist before {@code TenantCreated} reaches listeners without an order.
     */
    UUID rootPartner(Tenant tenant);

    /** Returns those of the given ids that are partners of the tenant. */
    Set<UUID> existing(Collection<UUID> partners);
}
