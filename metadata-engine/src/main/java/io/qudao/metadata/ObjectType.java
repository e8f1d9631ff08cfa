package io.qudao.metadata;

import io.qudao.expression.FieldType;
import io.qudao.expression.FieldType.Scalar;
import io.qudao.expression.Schema;
import io.qudao.kernel.ByModules;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * An object as compiled in one release; immutable and shared by all tenants and releases in which it is identical.
 *
 * @param id of an object in a cell: part of the key of its records, belongs to one tenant, and survives renaming and
 *     rollback; 0 for an object with its own table
 * @param nameField field whose value is the display name of a record; every object in a cell has the field {@code name}
 * @param commands the commands that create, change and delete its records
 * @param fields standard fields first, then the tenant's in order of creation
 * @param hash SHA-256 in hex of everything it was compiled from; types with equal hashes are equal
 */
public record ObjectType(
        int id,
        String name,
        Label label,
        Label plural,
        Storage storage,
        Commands commands,
        String nameField,
        List<Field> fields,
        String hash) {
    /** What expressions may use of every record in addition to its fields. */
    public static final Map<String, FieldType> SYSTEM = Map.of("id", Scalar.REFERENCE, "version", Scalar.INTEGER);

    /** Fields that every record in a cell has but lists show only on request. */
    public static final Set<String> BOOKKEEPING = Set.of("owner", "owner_partner", "record_type", "created_by");

    public ObjectType {
        fields = List.copyOf(fields);
    }

    /** Returns whether pages and lists show this system field as long as nobody has designed them. */
    public static boolean isUsuallyShown(String systemField) {
        return !BOOKKEEPING.contains(systemField) || systemField.equals("owner");
    }

    /**
     * The commands available for an object's records; what is missing is offered nowhere. The tenant's own fields of a
     * standard object can be changed whatever commands its module has.
     *
     * @param fixed names of fields that can be set at creation only
     */
    public record Commands(boolean create, boolean change, boolean delete, Set<String> fixed) {
        /** The commands of an object in a cell. */
        public static final Commands ALL = new Commands(true, true, true, Set.of());

        public static final Commands NONE = new Commands(false, false, false, Set.of());

        public Commands {
            fixed = Collections.unmodifiableSortedSet(new TreeSet<>(fixed));
        }
    }

    /** Returns whether this field can be set on a new record. */
    public boolean isGiven(Field field) {
        return commands.create() && field.editable();
    }

    /** Returns whether this field of a record can be changed. */
    public boolean isChanged(Field field) {
        boolean own = !(field.placement() instanceof Placement.Column);
        return field.editable()
                && (own || (commands.change() && !commands.fixed().contains(field.name())));
    }

    public Optional<Field> field(String fieldName) {
        for (Field field : fields) {
            if (field.name().equals(fieldName)) {
                return Optional.of(field);
            }
        }
        return Optional.empty();
    }

    /**
     * Returns what expressions may use of a record alone, so that no path leads to another.
     *
     * @param hidden names of fields the reader must not see
     */
    public Schema schema(Set<String> hidden) {
        return typed(hidden, field -> field.type().scalar());
    }

    /**
     * Returns what expressions may use of a record and, by paths, of those it refers to.
     *
     * @param hidden names of fields the reader must not see
     * @param targets schemas of other objects by name, as the reader sees them; empty for an object the reader must not see
     */
    public Schema schema(Set<String> hidden, Function<String, Optional<Schema>> targets) {
        return typed(hidden, field -> {
            String target = field.target();
            return target == null
                    ? field.type().scalar()
                    : new FieldType.ReferenceTo(new TargetSchema(target, targets));
        });
    }

    private Schema typed(Set<String> hidden, Function<Field, FieldType> typing) {
        var types = new HashMap<>(SYSTEM);
        fields.stream()
                .filter(field -> !hidden.contains(field.name()))
                .forEach(field -> types.put(field.name(), typing.apply(field)));
        return Schema.of(types);
    }

    /** Objects may refer to each other in circles, so each is looked at when a path leads to it. */
    private record TargetSchema(String object, Function<String, Optional<Schema>> schemas) implements Schema {
        @Override
        public Optional<FieldType> field(String name) {
            return schemas.apply(object).flatMap(schema -> schema.field(name));
        }

        @Override
        public Set<String> names() {
            return schemas.apply(object).map(Schema::names).orElse(Set.of());
        }
    }

    /** What callers may know about objects; implemented by a bean of the module that knows rights. */
    @ByModules
    public interface Visibility {
        /** Returns the names of the fields hidden from the caller; empty if the object itself is hidden. */
        Optional<Set<String>> hidden(ObjectType type);
    }
}
