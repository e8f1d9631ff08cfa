package io.qudao.metadata.web;

import io.qudao.expression.Compilation;
import io.qudao.expression.ExpectedType;
import io.qudao.expression.Expressions;
import io.qudao.expression.FieldPath;
import io.qudao.expression.Schema;
import io.qudao.metadata.Field;
import io.qudao.metadata.Layout;
import io.qudao.metadata.ListView;
import io.qudao.metadata.ObjectType;
import io.qudao.metadata.ReleaseView;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An object without the fields hidden from the reader: they appear neither on pages nor in lists or their conditions.
 *
 * @param schema what the reader may use of it and of the objects it refers to
 */
record VisibleObject(ReleaseView release, ObjectType type, Set<String> hidden, Schema schema) {
    List<Field> fields() {
        return type.fields().stream().filter(field -> isVisible(field.name())).toList();
    }

    @Nullable
    String nameField() {
        return isVisible(type.nameField()) ? type.nameField() : null;
    }

    Layout layout() {
        var whole = release.layout(type.name());
        return new Layout(
                whole.object(),
                whole.name(),
                whole.sections().stream()
                        .map(section -> new Layout.Section(
                                section.label(),
                                section.columns(),
                                section.fields().stream()
                                        .filter(this::isVisible)
                                        .toList()))
                        .filter(section -> !section.fields().isEmpty())
                        .toList());
    }

    /** Leaves out a list whose condition uses a hidden field, because it could only fail. */
    List<ListView> listViews(Expressions expressions) {
        return release.listViews(type.name()).stream()
                .filter(view -> view.filter() == null
                        || expressions.compile(view.filter(), schema, ExpectedType.BOOLEAN)
                                instanceof Compilation.Compiled)
                .map(view -> new ListView(
                        view.object(),
                        view.name(),
                        view.label(),
                        view.columns().stream().filter(this::isReadable).toList(),
                        view.filter(),
                        view.sort().stream()
                                .filter(sort -> isReadable(sort.field()))
                                .toList()))
                .toList();
    }

    private boolean isReadable(String path) {
        return schema.at(FieldPath.parse(path)).isPresent();
    }

    private boolean isVisible(String field) {
        return !hidden.contains(field);
    }
}
