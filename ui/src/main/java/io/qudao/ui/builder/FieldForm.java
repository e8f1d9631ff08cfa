package io.qudao.ui.builder;

import io.qudao.metadata.Component;
import io.qudao.metadata.ComponentKey;
import io.qudao.metadata.ComponentKind;
import io.qudao.metadata.DataType;
import io.qudao.metadata.DataType.Attribute;
import io.qudao.metadata.Field;
import io.qudao.metadata.Label;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * A field as entered in the dialog.
 *
 * @param length maximum characters of a text; null for the default
 * @param scale digits after the point of a number or an amount; null for the default
 * @param onDelete what becomes of a look-up when the record it refers to is deleted; null for the default, which is that
 *     that record cannot be deleted
 */
record FieldForm(
        Label label,
        DataType type,
        @Nullable Integer length,
        @Nullable Integer scale,
        boolean required,
        boolean unique,
        boolean filterable,
        @Nullable String target,
        @Nullable String onDelete,
        List<Field.Option> options) {
    static final String CLEAR = "clear";

    FieldForm {
        options = options == null ? List.of() : List.copyOf(options);
    }

    boolean isCleared() {
        return CLEAR.equals(onDelete);
    }

    static FieldForm read(String json) {
        return Documents.read(json, FieldForm.class);
    }

    static FieldForm of(Field field) {
        return new FieldForm(
                field.label(),
                field.type(),
                field.length() == 0 ? null : field.length(),
                isScaled(field.type()) ? field.scale() : null,
                field.required(),
                field.unique(),
                field.filterable(),
                field.target(),
                field.clearedOnDelete() ? CLEAR : null,
                field.options());
    }

    static boolean canBeUnique(DataType type) {
        return type.has(Attribute.UNIQUE);
    }

    static boolean isScaled(DataType type) {
        return type.has(Attribute.SCALE);
    }

    /**
     * Returns the component, with the attributes of its type that differ from the default.
     *
     * @param before its previous document; attributes not shown in this form are kept
     */
    Component component(String object, String name, @Nullable String before) {
        var document = before == null ? Documents.object() : Documents.tree(before);
        Documents.put(document, "label", label);
        Documents.put(document, "type", type);
        flag(document, "required", required);
        flag(document, "unique", unique && canBeUnique(type));
        flag(document, "filterable", filterable);
        attribute(document, "length", type.has(Attribute.LENGTH) ? length : null);
        attribute(document, "scale", isScaled(type) ? scale : null);
        attribute(document, "target", type.has(Attribute.TARGET) ? target : null);
        attribute(document, "onDelete", type.has(Attribute.TARGET) && isCleared() ? CLEAR : null);
        attribute(document, "options", type.has(Attribute.OPTIONS) && !options.isEmpty() ? options : null);
        return Documents.component(ComponentKey.part(ComponentKind.FIELD, object, name), document);
    }

    private static void flag(ObjectNode document, String attribute, boolean set) {
        attribute(document, attribute, set ? Boolean.TRUE : null);
    }

    private static void attribute(ObjectNode document, String attribute, @Nullable Object value) {
        if (value == null) {
            document.remove(attribute);
        } else {
            Documents.put(document, attribute, value);
        }
    }
}
