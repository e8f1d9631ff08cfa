package io.qudao.registry;

import io.qudao.kernel.Anonymous;
import io.qudao.kernel.ByModules;
import io.qudao.kernel.TenantId;
import io.qudao.kernel.Violation;
import java.util.List;
import java.util.Optional;

/** The directory of tenants. */
public interface Tenants {

    /** The tenant that a host belongs to: its own below our domain, or one it brought. */
    @Anonymous
    Optional<TenantSite> atHost(String host);

    @ByModules
    Optional<Tenant> bySlug(String slug);

    @ByModules
    Optional<Tenant> byId(TenantId id);

    /** What is wrong with a slug: its form, reserved or taken; empty if it may be used. */
    @ByModules
    List<Violation> check(String slug);

    /** The next free number of a tenant; numbers are never given twice. */
    @ByModules
    TenantId nextId();

    /** Enters a tenant, preparing, on the shard with the fewest tenants; empty if its slug was taken meanwhile. */
    @ByModules
    Optional<Tenant> enter(NewTenant tenant);

    /** The platform has its rows: the tenant is open. Doing it again changes nothing. */
    @ByModules
    void activate(TenantId id);
}
