package io.qudao.metadata;

import java.util.Comparator;

/**
 * What names a component.
 *
 * @param name such as {@code visit}, or {@code visit.score} for a part of an object
 */
public record ComponentKey(ComponentKind kind, String name) implements Comparable<ComponentKey> {
    private static final Comparator<ComponentKey> ORDER =
            Comparator.comparing(ComponentKey::kind).thenComparing(ComponentKey::name);

    public static ComponentKey part(ComponentKind kind, String object, String name) {
        return new ComponentKey(kind, object + "." + name);
    }

    /** The object it belongs to, itself for an object; empty for kinds that are no part of one. */
    public String object() {
        if (kind == ComponentKind.OBJECT) {
            return name;
        }
        return kind.isPart() && name.indexOf('.') > 0 ? name.substring(0, name.indexOf('.')) : "";
    }

    /** The name within its object. */
    public String local() {
        return name.substring(name.indexOf('.') + 1);
    }

    @Override
    public int compareTo(ComponentKey other) {
        return ORDER.compare(this, other);
    }

    /** Such as {@code field/visit.score}: how violations name it. */
    @Override
    public String toString() {
        return kind.code() + "/" + name;
    }
}
