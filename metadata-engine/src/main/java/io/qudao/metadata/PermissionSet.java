package io.qudao.metadata;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Rights that members are given together.
 *
 * @param permissions names such as {@code order.approve}; {@code *} is all of them
 * @param objects rights on the records of objects, by the object's name
 */
public record PermissionSet(String name, Label label, Set<String> permissions, Map<String, ObjectRights> objects) {
    public PermissionSet {
        permissions = Set.copyOf(permissions);
        objects = Map.copyOf(objects);
    }

    /** All permissions by name: its own and, for each right on an object, {@code record.<object>.<verb>}. */
    public Set<String> granted() {
        var granted = new TreeSet<>(permissions);
        objects.forEach(
                (object, rights) -> rights.verbs().forEach(verb -> granted.add("record." + object + "." + verb)));
        return granted;
    }

    /**
     * @param hidden fields that are neither shown nor filtered nor sorted by
     * @param readOnly fields that are shown but not written
     * @param rows which records
     */
    public record ObjectRights(
            boolean create,
            boolean read,
            boolean update,
            boolean delete,
            Set<String> hidden,
            Set<String> readOnly,
            Rows rows) {
        public ObjectRights {
            hidden = Set.copyOf(hidden);
            readOnly = Set.copyOf(readOnly);
        }

        private Set<String> verbs() {
            var verbs = new TreeSet<String>();
            addIf(verbs, create, "create");
            addIf(verbs, read, "read");
            addIf(verbs, update, "update");
            addIf(verbs, delete, "delete");
            return verbs;
        }

        private static void addIf(Set<String> verbs, boolean granted, String verb) {
            if (granted) {
                verbs.add(verb);
            }
        }
    }

    /** Which records a right is for, each including those before. */
    public enum Rows {
        /** Owned by the member. */
        OWN,
        /** Of the partner acted for. */
        PARTNER,
        /** Of that partner and all below it. */
        SUBTREE,
        ALL
    }
}
