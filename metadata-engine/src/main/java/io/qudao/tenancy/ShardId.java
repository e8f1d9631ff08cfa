package io.qudao.tenancy;

/** The name of a PostgreSQL database that holds whole tenants, such as {@code s0}. */
public record ShardId(String value) {
    public ShardId {
        if (!value.matches("[a-z][a-z0-9]{0,15}")) {
            throw new IllegalArgumentException("Not a shard id: " + value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
