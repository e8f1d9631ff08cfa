package io.qudao.metadata;

import java.util.Comparator;

/**
 * Identifies a component.
 *
 * @param name such as {@code visit}, or {@code visit.score} for a part of an object
 */
public record ComponentKey(ComponentKind kind, String name) implements Comparable<ComponentKey> {
    private static final Comparator<ComponentKey> ORDER =
            Comparator.comparing(ComponentKey::kind).thenComparing(ComponentKey::name);

    public static ComponentKey part(ComponentKind kind, String object, String name) {
        return new ComponentKey(kind, object + "." + name);
    }

    /**
     * Returns the name of the object it belongs to, or its own name for an object; empty for kinds that are not part of
     * one.
     */
    public String object() {
        if (kind == ComponentKind.OBJECT) {
            return name;
        }
        return kind.isPart() && name.indexOf('.') > 0 ? name.substring(0, name.indexOf('.')) : "";
    }

    /** Returns the name within its object. */
    public String local() {
        return name.substring(name.indexOf('.') + 1);
    }

    @Override
    public int compareTo(ComponentKey other) {
        return ORDER.compare(this, other);
    }

    /** Returns the key as violations show it, such as {@code field/visit.score}. */
    @Override
    public String toString() {
        return kind.code() + "/" + name;
    }
}
