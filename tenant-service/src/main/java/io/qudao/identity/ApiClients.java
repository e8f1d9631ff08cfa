package io.qudao.identity;

import io.qudao.kernel.ByModules;
import io.qudao.kernel.TenantId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The programs of the tenants. Their secrets are made here, shown once and kept only as hashes. */
public interface ApiClients {

    @ByModules
    List<ApiClient> list(TenantId tenant);

    @ByModules
    Issued create(TenantId tenant, String name);

    /** Takes a program's access away for good, its tokens included; false if there is none of that id. */
    @ByModules
    boolean revoke(TenantId tenant, UUID id);

    /** Another secret in place of the present one, which stops at once with all tokens it got; empty if there is no such program. */
    @ByModules
    Optional<Issued> renewSecret(TenantId tenant, UUID id);

    /** Puts a program out of work, its tokens included, or back to work; false if there is none of that id. */
    @ByModules
    boolean setActive(TenantId tenant, UUID id, boolean active);

    /** A program that was not removed. */
    @ByModules
    Optional<ApiClient> find(TenantId tenant, UUID id);

    /** The first program of a tenant with a new secret, if it never got a token: a sign-up whose answer was lost. */
    @ByModules
    Optional<Issued> reissueUnused(TenantId tenant);

    /**
     * A program with its secret.
     *
     * @param secret in clear, the only time
     */
    record Issued(ApiClient client, String secret) {}
}
