package io.qudao.metadata;

import io.qudao.kernel.ByModules;
import io.qudao.kernel.Violation;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A set of rights that is assigned to members as a whole.
 *
 * @param permissions names such as {@code order.approve}; {@code *} stands for all
 * @param objects rights on the records of objects, by the object's name
 */
public record PermissionSet(String name, Label label, Set<String> permissions, Map<String, ObjectRights> objects) {
    public PermissionSet {
        permissions = Set.copyOf(permissions);
        objects = Map.copyOf(objects);
    }

    /**
     * Returns all permission names: its own and {@code record.<object>.<verb>} for each right on an object that is not
     * limited to single partners.
     */
    public Set<String> granted() {
        var granted = new TreeSet<>(permissions);
        objects.forEach((object, rights) -> {
            if (rights.partners().isEmpty()) {
                rights.verbs().forEach(verb -> granted.add("record." + object + "." + verb));
            }
        });
        return granted;
    }

    /**
     * @param assign whether the owner of a record may be set
     * @param hidden fields that are neither shown nor usable in filters and sorts
     * @param readOnly fields that are shown but cannot be written
     * @param rows the records the rights apply to
     * @param partners only members who act for one of these have the rights; empty for everybody
     */
    public record ObjectRights(
            boolean create,
            boolean read,
            boolean update,
            boolean delete,
            boolean assign,
            Set<String> hidden,
            Set<String> readOnly,
            Rows rows,
            Set<UUID> partners) {
        /** Rights for everybody that do not include handing records over. */
        public ObjectRights(
                boolean create,
                boolean read,
                boolean update,
                boolean delete,
                Set<String> hidden,
                Set<String> readOnly,
                Rows rows) {
            this(create, read, update, delete, false, hidden, readOnly, rows, Set.of());
        }

        public ObjectRights {
            hidden = Set.copyOf(hidden);
            readOnly = Set.copyOf(readOnly);
            partners = Set.copyOf(partners);
        }

        /** @param partner the one acted for, or null */
        public boolean isFor(@Nullable UUID partner) {
            return partners.isEmpty() || (partner != null && partners.contains(partner));
        }

        /**
         * @param verb such as {@code update}, in upper or lower case; changing or deleting a record requires the right
         *     to read it
         */
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

    /** The records a right applies to; each value includes those before it. */
    public enum Rows {
        /** Records owned by the member. */
        OWN,
        /** Records of the partner acted for. */
        PARTNER,
        /** Records of that partner and of all partners below it. */
        SUBTREE,
        ALL
    }

    /**
     * Limits which permission sets a caller may publish; implemented by a bean of the module that knows members and
     * their rights.
     */
    @ByModules
    public interface Limits {
        /**
         * Checks that nobody publishes more rights than they hold, that only a holder of {@code *} grants {@code *},
         * and that somebody keeps {@code *}.
         *
         * @return violations at {@code permission_set/name}
         */
        List<Violation> check(Grants grants);
    }

    /**
     * The permission sets before and after a publish.
     *
     * @param objects names of the existing objects; rights on a new object may be granted by whoever creates it
     */
    public record Grants(List<PermissionSet> before, List<PermissionSet> after, Set<String> objects) {
        public Grants {
            before = List.copyOf(before);
            after = List.copyOf(after);
            objects = Set.copyOf(objects);
        }
    }
}
