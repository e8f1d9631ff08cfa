package io.qudao.registry;

/** The state of a tenant: it is prepared once and then stays open. */
public enum TenantState {
    /** Signed up; the platform has not confirmed its rows yet. */
    PREPARING,
    ACTIVE
}
