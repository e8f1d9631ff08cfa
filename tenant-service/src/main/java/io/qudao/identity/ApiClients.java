package io.qudao.identity;

import io.qudao.kernel.ByModules;
import io.qudao.kernel.TenantId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The programs of the tenants. Their secrets are generated here, shown once and stored only as hashes. */
public interface ApiClients {
    /** Returns a tenant's programs, without those whose access was revoked. */
    @ByModules
    List<ApiClient> list(TenantId tenant);

    /** Adds a program to a tenant; its secret is in the result and cannot be read again. */
    @ByModules
    Issued create(TenantId tenant, String name);

    /**
     * Revokes a program's access permanently, including its tokens; returns false if there is no program with this id.
     */
    @ByModules
    boolean revoke(TenantId tenant, UUID id);

    /**
     * Replaces the secret of a program; the old one stops working at once, with all tokens obtained by it. Empty if
     * there is no such program.
     */
    @ByModules
    Optional<Issued> renewSecret(TenantId tenant, UUID id);

    /**
     * Deactivates a program including its tokens, or reactivates it; returns false if there is no program with this id.
     */
    @ByModules
    boolean setActive(TenantId tenant, UUID id, boolean active);

    /** Finds a program that has not been removed. */
    @ByModules
    Optional<ApiClient> find(TenantId tenant, UUID id);

    /**
     * Issues a new secret for the first program of a tenant if it never got a token, for a sign-up whose response was
     * lost.
     */
    @ByModules
    Optional<Issued> reissueUnused(TenantId tenant);

    /**
     * A program with its new secret.
     *
     * @param secret in clear text, only this once
     */
    record Issued(ApiClient client, String secret) {}
}
