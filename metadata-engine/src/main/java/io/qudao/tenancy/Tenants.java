package io.qudao.tenancy;

import io.qudao.kernel.Anonymous;
import io.qudao.kernel.ByModules;
import io.qudao.kernel.TenantId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The tenants this platform serves, as their shards know them. */
public interface Tenants {
    /** By the first label of the host; answers from memory, new tenants are found at once. */
    @Anonymous
    Optional<Tenant> bySlug(String slug);

    @ByModules
    Optional<Tenant> byId(TenantId id);

    /** All tenants of all shards, for jobs; in order of id. */
    @ByModules
    List<Tenant> all();

    /**
     * Makes a tenant's rows: its own and, by {@link TenantCreated}, those of every module, in one transaction. Doing it
     * again for the same id changes nothing and answers false.
     */
    @ByModules
    boolean create(NewTenant tenant);

    /**
     * What the control plane says of a new tenant.
     *
     * @param admin first member, who may do everything
     * @param client first program that may call the API, or null
     */
    record NewTenant(Tenant tenant, Admin admin, @Nullable Client client) {}

    /**
     * The first member.
     *
     * @param personId id of the person at the identity provider
     */
    record Admin(UUID personId, String name, String email) {}

    record Client(String clientId, String name) {}
}
