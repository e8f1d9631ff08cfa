package io.qudao.tenancy;

import io.qudao.kernel.Anonymous;
import io.qudao.kernel.ByModules;
import io.qudao.kernel.TenantId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The tenants of this platform, as stored in their shards. */
public interface Tenants {
    /** Finds a tenant by the first label of the host. Answers from memory; new tenants are found at once. */
    @Anonymous
    Optional<Tenant> bySlug(String slug);

    /** Finds a tenant by its id. */
    @ByModules
    Optional<Tenant> byId(TenantId id);

    /** Returns all tenants of all shards in order of id, for jobs. */
    @ByModules
    List<Tenant> all();

    /**
     * Creates a tenant's rows: its own and, through {@link TenantCreated}, those of every module, in one transaction.
     * Repeating it for the same id changes nothing and returns false.
     */
    @ByModules
    boolean create(NewTenant tenant);

    /**
     * A new tenant as described by the control plane.
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
