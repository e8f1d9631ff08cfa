package io.qudao.metadata.internal;

import io.qudao.expression.ExpectedType;
import io.qudao.expression.FieldType;
import io.qudao.expression.FieldType.Scalar;
import io.qudao.expression.Schema;
import io.qudao.metadata.ComponentKind;
import io.qudao.metadata.DataType;
import io.qudao.metadata.ObjectType;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the expressions of an object may use: the key and the version of a record, its fields in the next state, and
 * then the fields it had before.
 */
record ObjectSchema(String object, ComponentCatalog next, ComponentCatalog base) implements Schema {
    /** Returns whether the name exists without being a field. */
    static boolean isSystem(String name) {
        return ObjectType.SYSTEM.containsKey(name);
    }

    @Override
    public Optional<FieldType> field(String name) {
        if (isSystem(name)) {
            return Optional.ofNullable(ObjectType.SYSTEM.get(name));
        }
        return next.field(object, name)
                .or(() -> base.field(object, name))
                .map(definition -> definition.type().scalar());
    }

    @Override
    public Set<String> names() {
        var names = new TreeSet<>(ObjectType.SYSTEM.keySet());
        next.parts(ComponentKind.FIELD, object)
                .forEach(entry -> names.add(entry.key().local()));
        next.object(object)
                .filter(definition -> definition.table() == null)
                .ifPresent(definition ->
                        SystemFields.all(definition.recordTypes()).forEach(field -> names.add(field.name())));
        return names;
    }

    /** Returns the types that may be assigned to a field of this type. */
    static ExpectedType assignable(DataType type) {
        var scalars = EnumSet.copyOf(type.assignable());
        scalars.add(Scalar.NULL);
        return new ExpectedType(scalars);
    }
}
