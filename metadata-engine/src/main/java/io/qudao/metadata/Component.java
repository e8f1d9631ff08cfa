package io.qudao.metadata;

/**
 * A document that shapes a tenant, in the form of its kind's JSON Schema. One that names a standard component holds only
 * the attributes it overrides; null takes an attribute away.
 */
public record Component(ComponentKind kind, String name, String json) {
    public ComponentKey key() {
        return new ComponentKey(kind, name);
    }
}
