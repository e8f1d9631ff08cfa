package io.qudao.metadata;

import io.qudao.kernel.ByModules;
import io.qudao.kernel.Violation;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
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

    /** Returns what the set may do with the records of an object. */
    public Level level(String object) {
        return Level.of(objects.getOrDefault(object, ObjectRights.NOTHING));
    }

    /**
     * What people choose from when they say who may see an object. Whether records may be deleted or handed over, and
     * which fields are hidden or read-only, is said apart from it.
     */
    public enum Level {
        /** Does not see any record. */
        NONE(false, false, Rows.OWN),
        /** Sees, creates and changes the records of the partner acted for. */
        PARTNER(true, true, Rows.PARTNER),
        /** Sees all records. */
        READ(true, false, Rows.ALL),
        /** Sees, creates and changes all records. */
        EDIT(true, true, Rows.ALL),
        /** Any other rights, such as those on the records of a subtree. They can be kept but not granted. */
        CUSTOM(false, false, Rows.OWN);

        private final boolean reads;
        private final boolean writes;
        private final Rows rows;

        Level(boolean reads, boolean writes, Rows rows) {
            this.reads = reads;
            this.writes = writes;
            this.rows = rows;
        }

        private static Level of(ObjectRights rights) {
            return Stream.of(NONE, PARTNER, READ, EDIT)
                    .filter(level -> level.in(rights).equals(rights))
                    .findFirst()
                    .orElse(CUSTOM);
        }

        /** Returns these rights, changed as little as the level demands. */
        private ObjectRights in(ObjectRights rights) {
            return switch (this) {
                case CUSTOM -> rights;
                // Whoever sees no record has no use for any other right on it.
                case NONE ->
                    new ObjectRights(
                            false,
                            false,
                            false,
                            false,
                            false,
                            rights.hidden,
                            rights.readOnly,
                            rights.rows,
                            rights.partners);
                case PARTNER, READ, EDIT ->
                    new ObjectRights(
                            writes,
                            reads,
                            writes,
                            rights.delete,
                            rights.assign,
                            rights.hidden,
                            rights.readOnly,
                            rows,
                            rights.partners);
            };
        }
    }

    /**
     * What a permission set is to get on an object.
     *
     * @param set name of the permission set
     * @param level {@link Level#CUSTOM} keeps the rights that the set has
     * @param partners only members who act for one of these get it; empty for everybody
     * @param hidden fields to hide from the set, in addition to those that it does not see anyway
     */
    public record Access(String set, String object, Level level, Set<UUID> partners, Set<String> hidden) {
        public Access {
            partners = Set.copyOf(partners);
            hidden = Set.copyOf(hidden);
        }

        /** Access to all fields that are not hidden anyway. */
        public Access(String set, String object, Level level, Set<UUID> partners) {
            this(set, object, level, partners, Set.of());
        }

        /** Returns these rights with this access and otherwise as they were. */
        public ObjectRights in(ObjectRights rights) {
            var changed = level.in(rights);
            return level == Level.NONE ? changed : changed.limited(partners, hidden);
        }
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
        /** What a set has on an object of which it says nothing. */
        public static final ObjectRights NOTHING =
                new ObjectRights(false, false, false, false, Set.of(), Set.of(), Rows.OWN);

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

        private ObjectRights limited(Set<UUID> others, Set<String> fields) {
            var unseen = new TreeSet<>(hidden);
            unseen.addAll(fields);
            return new ObjectRights(create, read, update, delete, assign, unseen, readOnly, rows, others);
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
