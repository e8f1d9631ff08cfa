package io.qudao.permission;

import io.qudao.tenancy.Tenant;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;

/** What members need to know of partners: a bean of the module that owns them, called in the tenant's scope and a transaction. */
public interface HomePartner {
    /**
     * The partner that is the tenant itself, its head office. The first members of a tenant act for it, so it is there before
     * {@code TenantCreated} reaches listeners without an order.
     */
    UUID rootPartner(Tenant tenant);

    /** Those of these that are partners of the tenant. */
    Set<UUID> existing(Collection<UUID> partners);
}
