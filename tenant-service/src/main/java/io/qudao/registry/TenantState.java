package io.qudao.registry;

/** Where a tenant stands: it is prepared once and stays open from then on. */
public enum TenantState {
    /** Signed up; the platform has not confirmed its rows yet. */
    PREPARING,
    ACTIVE
}
