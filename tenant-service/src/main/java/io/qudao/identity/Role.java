package io.qudao.identity;

/** What a member may do in the control plane; the platform decides on business permissions. */
public enum Role {
    /** Manages the tenant's programs and their secrets. */
    ADMIN,
    MEMBER
}
