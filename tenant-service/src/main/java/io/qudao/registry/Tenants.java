package io.qudao.registry;

import io.qudao.kernel.Anonymous;
import io.qudao.kernel.ByModules;
import io.qudao.kernel.TenantId;
import io.qudao.kernel.Violation;
import java.util.List;
import java.util.Optional;

/** The directory of tenants. */
public interface Tenants {

    /** Finds the tenant of a host, either one below our domain or one the tenant brought. */
    @Anonymous
    Optional<TenantSite> atHost(String host);

    /** Finds a tenant by the first label of its host below our domain. */
    @ByModules
    Optional<Tenant> bySlug(String slug);

    /** Finds a tenant by its id. */
    @ByModules
    Optional<Tenant> byId(TenantId id);

    /** Returns what is wrong with a slug: its form, or that it is reserved or taken; empty if it may be used. */
    @ByModules
    List<Violation> check(String slug);

    /** Returns the next free number of a tenant; numbers are never reused. */
    @ByModules
    TenantId nextId();

    /**
     * Adds a tenant in state preparing on the shard with the fewest tenants; empty if its slug was taken meanwhile.
     */
    @ByModules
    Optional<Tenant> enter(NewTenant tenant);

    /** Opens the tenant because the platform has its rows. Repeating the call changes nothing. */
    @ByModules
    void activate(TenantId id);
}
