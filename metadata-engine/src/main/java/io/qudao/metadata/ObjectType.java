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

/**
 * An object as one release has it; immutable, shared by all tenants and releases for which it is the same.
 *
 * @param id of an object in a cell: part of its records' key, belongs to one tenant, stays when the object is renamed for
 *     people or rolled back; 0 for an object with its own table
 * @param nameField field whose value names a record to people; every object in a cell has the field {@code name}
 * @param commands what makes, changes and deletes its records
 * @param fields standard ones first, then the tenant's in the order they were made
 * @param hash SHA-256 in hex of all it was compiled from: equal hashes, equal types
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
    /** What expressions may use of every record beside its fields. */
    public static final Map<String, FieldType> SYSTEM = Map.of("id", Scalar.REFERENCE, "version", Scalar.INTEGER);

    /** Fields of every record in a cell that lists show only when they are asked for. */
    public static final Set<String> BOOKKEEPING = Set.of("owner", "owner_partner", "record_type", "created_by");

    public ObjectType {
        fields = List.copyOf(fields);
    }

    /**
     * The commands there are for an object's records; what is missing is offered nowhere. The tenant's own fields of a
     * standard object are changed whatever its module has.
     *
     * @param fixed names of fields that are given at creation only
     */
    public record Commands(boolean create, boolean change, boolean delete, Set<String> fixed) {
        /** Of an object in a cell. */
        public static final Commands ALL = new Commands(true, true, true, Set.of());

        public static final Commands NONE = new Commands(false, false, false, Set.of());

        public Commands {
            fixed = Collections.unmodifiableSortedSet(new TreeSet<>(fixed));
        }
    }

    /** Whether a new record may be given this field. */
    public boolean isGiven(Field field) {
        return commands.create() && field.editable();
    }

    /** Whether a record may be changed in this field. */
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
     * What expressions may use of a record.
     *
     * @param hidden names of fields that are not there for who asks
     */
    public Schema schema(Set<String> hidden) {
        var types = new HashMap<>(SYSTEM);
        fields.stream()
                .filter(field -> !hidden.contains(field.name()))
                .forEach(field -> types.put(field.name(), field.type().scalar()));
        return Schema.of(types);
    }

    /** What callers may know of objects: a bean of the module that knows rights. */
    @ByModules
    public interface Visibility {
        /** Names of the fields that are not there for the caller; empty where the object itself is not. */
        Optional<Set<String>> hidden(ObjectType type);
    }
}
