package io.qudao.permission;

import io.qudao.kernel.ByModules;
import io.qudao.kernel.TenantId;

/** Tokens and sessions that the identity provider revoked before they expired; known here within a second. */
public interface Revocations {
    /** Returns whether a token, or the session or secret it was granted for, was revoked. */
    @ByModules
    boolean isRevoked(TenantId tenant, String id);
}
