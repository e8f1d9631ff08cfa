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

    /** Takes a program's access away for good; false if there is none of that id. */
    @ByModules
    boolean revoke(TenantId tenant, UUID id);

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
