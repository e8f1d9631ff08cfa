package io.qudao.identity;

/** What a member may do in the control plane; permissions in the business are the platform's. */
public enum Role {
    /** Manages the tenant's programs and their secrets. */
    ADMIN,
    MEMBER
}
