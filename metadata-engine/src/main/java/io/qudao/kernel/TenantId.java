package io.qudao.kernel;

/** The short numeric id of a tenant, assigned by the control plane; first part of every key. */
public record TenantId(int value) {
    public TenantId {
        if (value <= 0) {
            throw new IllegalArgumentException("A tenant id must be positive: " + value);
        }
    }

    @Override
    public String toString() {
        return Integer.toString(value);
    }
}
