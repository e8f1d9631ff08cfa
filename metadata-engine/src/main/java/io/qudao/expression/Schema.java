package io.qudao.expression;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The fields an expression may use. Leave out fields that the member may not read. May be cyclic through references.
 */
public interface Schema {
    Optional<FieldType> field(String name);

    /** Returns all field names, for suggestions. */
    Set<String> names();

    /** The type of the field that a path leads to by references; empty where it leads nowhere. */
    default Optional<FieldType> at(FieldPath path) {
        Schema schema = this;
        int last = path.names().size() - 1;
        for (String name : path.names().subList(0, last)) {
            if (!(schema.field(name).orElse(null) instanceof FieldType.ReferenceTo(var target))) {
                return Optional.empty();
            }
            schema = target;
        }
        return schema.field(path.names().get(last));
    }

    static Schema of(Map<String, ? extends FieldType> fields) {
        Map<String, FieldType> copy = Map.copyOf(fields);
        return new Schema() {
            @Override
            public Optional<FieldType> field(String name) {
                return Optional.ofNullable(copy.get(name));
            }

            @Override
            public Set<String> names() {
                return copy.keySet();
            }
        };
    }
}
