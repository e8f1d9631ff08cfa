package io.qudao.metadata.internal.check;

import io.qudao.expression.ExpectedType;
import io.qudao.expression.FieldPath;
import io.qudao.expression.FieldType;
import io.qudao.expression.FieldType.Scalar;
import io.qudao.expression.Schema;
import io.qudao.metadata.ComponentKey;
import io.qudao.metadata.ComponentKind;
import io.qudao.metadata.DataType;
import io.qudao.metadata.ObjectType;
import io.qudao.metadata.internal.document.ComponentCatalog;
import io.qudao.metadata.internal.document.Definition.OfField;
import io.qudao.metadata.internal.document.SystemFields;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the expressions of an object may use: the key and the version of a record, its fields in the next state, and
 * then the fields it had before.
 *
 * @param paths whether look-ups lead on to the fields of the records they name
 */
record ObjectSchema(String object, ComponentCatalog next, ComponentCatalog base, boolean paths) implements Schema {
    /** Of what is evaluated for a record that is at hand alone. */
    ObjectSchema(String object, ComponentCatalog next, ComponentCatalog base) {
        this(object, next, base, false);
    }

    static ObjectSchema withPaths(String object, ProposedState proposed) {
        return new ObjectSchema(object, proposed.next(), proposed.base(), true);
    }

    /** Returns whether the name exists without being a field. */
    static boolean isSystem(String name) {
        return ObjectType.SYSTEM.containsKey(name);
    }

    @Override
    public Optional<FieldType> field(String name) {
        return isSystem(name)
                ? Optional.ofNullable(ObjectType.SYSTEM.get(name))
                : definition(name).map(this::type);
    }

    /** Returns the fields along a valid path, the last one included; {@code id} and {@code version} are not fields. */
    List<ComponentKey> way(FieldPath path) {
        var way = new ArrayList<ComponentKey>();
        var at = this;
        for (String name : path.names()) {
            if (!isSystem(name)) {
                way.add(ComponentKey.part(ComponentKind.FIELD, at.object, name));
                at = at.definition(name).map(OfField::target).map(at::of).orElse(at);
            }
        }
        return way;
    }

    private Optional<OfField> definition(String name) {
        return next.field(object, name).or(() -> base.field(object, name));
    }

    private FieldType type(OfField field) {
        return paths && field.target() != null
                ? new FieldType.ReferenceTo(of(field.target()))
                : field.type().scalar();
    }

    private ObjectSchema of(String target) {
        return new ObjectSchema(target, next, base, paths);
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
