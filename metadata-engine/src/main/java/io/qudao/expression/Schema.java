package io.qudao.expression;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The fields that an expression may use; leave out what the member may not read. May be cyclic through references. */
public interface Schema {
    Optional<FieldType> field(String name);

    /** All names, for suggestions. */
    Set<String> names();

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
