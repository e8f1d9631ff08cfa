package io.qudao.metadata;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A field of an object, compiled.
 *
 * @param id short and never used again within its object, such as {@code a1}: its key in {@code data}; for fields with a
 *     column of their own the name
 * @param precision digits of a decimal or an amount of money in all; 0 for other types
 * @param scale of them behind the point
 * @param length most characters of a text; 0 for other types
 * @param unique no two records of the object have the same value
 * @param filterable filters and sorts may count on being quick
 * @param searchable its text is in the search index
 * @param editable records may be written with it
 * @param target object that a look-up names
 * @param options of a picklist, in order, those of its value set included
 * @param defaultSource expression of the value where none is given
 * @param standard ships with the platform
 */
public record Field(
        String id,
        String name,
        Label label,
        DataType type,
        int precision,
        int scale,
        int length,
        boolean required,
        boolean unique,
        boolean filterable,
        boolean searchable,
        boolean editable,
        @Nullable String target,
        List<Option> options,
        @Nullable String defaultSource,
        boolean standard,
        Placement placement) {
    public Field {
        options = List.copyOf(options);
    }

    /** One value of a picklist. */
    public record Option(String value, Label label) {}
}
