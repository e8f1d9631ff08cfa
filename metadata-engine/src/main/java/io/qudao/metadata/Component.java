package io.qudao.metadata;

/**
 * A document that configures a tenant, valid against its kind's JSON Schema. A document named like a standard component
 * holds only the attributes it overrides; null removes an attribute.
 */
public record Component(ComponentKind kind, String name, String json) {
    public ComponentKey key() {
        return new ComponentKey(kind, name);
    }
}
