package io.qudao.kernel;

/** The short numeric id of a tenant, assigned by the control plane; first part of every key. */
public record TenantId(int value) {
    public TenantId {
        if (value <= 0) {
            throw new IllegalArgumentException("A tenant id is positive: " + value);
        }
    }

    @Override
    public String toString() {
        return Integer.toString(value);
    }
}
