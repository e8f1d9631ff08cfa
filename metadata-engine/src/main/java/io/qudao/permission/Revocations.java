package io.qudao.permission;

import io.qudao.kernel.ByModules;
import io.qudao.kernel.TenantId;

/** What the identity provider revoked and would otherwise be good until it expires; known here within a second. */
public interface Revocations {
    /** Whether a token, or what it was granted in, was revoked. */
    @ByModules
    boolean isRevoked(TenantId tenant, String id);
}
