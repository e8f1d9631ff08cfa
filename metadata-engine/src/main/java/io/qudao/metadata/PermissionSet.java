package io.qudao.metadata;

import io.qudao.kernel.ByModules;
import io.qudao.kernel.Violation;
import java.util.List;
import java.util.Locale;
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
     * @param assign to whom a record belongs may be said too
     * @param hidden fields that are neither shown nor filtered nor sorted by
     * @param readOnly fields that are shown but not written
     * @param rows which records
     */
    public record ObjectRights(
            boolean create,
            boolean read,
            boolean update,
            boolean delete,
            boolean assign,
            Set<String> hidden,
            Set<String> readOnly,
            Rows rows) {
        /** Rights without that of handing records over. */
        public ObjectRights(
                boolean create,
                boolean read,
                boolean update,
                boolean delete,
                Set<String> hidden,
                Set<String> readOnly,
                Rows rows) {
            this(create, read, update, delete, false, hidden, readOnly, rows);
        }

        public ObjectRights {
            hidden = Set.copyOf(hidden);
            readOnly = Set.copyOf(readOnly);
        }

        /** @param verb such as {@code update}, in either case; to change or delete a record takes reading it */
        public boolean grants(String verb) {
            return switch (verb.toLowerCase(Locale.ROOT)) {
                case "create" -> create;
                case "read" -> read;
                case "update" -> read && update;
                case "delete" -> read && delete;
                default -> false;
            };
        }

        private Set<String> verbs() {
            var verbs = new TreeSet<String>();
            addIf(verbs, create, "create");
            addIf(verbs, read, "read");
            addIf(verbs, update, "update");
            addIf(verbs, delete, "delete");
            addIf(verbs, assign, "assign");
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

    /** What permission sets a caller may publish: a bean of the module that knows members and their rights. */
    @ByModules
    public interface Limits {
        /**
         * Nobody publishes more than they hold, {@code *} is given by {@code *} only, and somebody keeps {@code *}.
         *
         * @return violations at {@code permission_set/name}
         */
        List<Violation> check(Grants grants);
    }

    /**
     * Permission sets that a publish would put in place of others.
     *
     * @param objects names of the objects there were: rights on a new one are its maker's to give
     */
    public record Grants(List<PermissionSet> before, List<PermissionSet> after, Set<String> objects) {
        public Grants {
            before = List.copyOf(before);
            after = List.copyOf(after);
            objects = Set.copyOf(objects);
        }
    }
}
