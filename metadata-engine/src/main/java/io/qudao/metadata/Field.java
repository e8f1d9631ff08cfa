package io.qudao.metadata;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A field of an object, compiled.
 *
 * @param name as in components; a path such as {@code store.name} where it is seen through look-ups
 * @param id short and never reused within its object, such as {@code a1}: the key in {@code data}; for fields with a
 *     column of their own, the name
 * @param precision total digits of a decimal or an amount of money; 0 for other types
 * @param scale how many of them are after the point
 * @param length maximum characters of a text; 0 for other types
 * @param unique whether no two records of the object may have the same value
 * @param filterable whether filters and sorts on it are fast
 * @param searchable whether its text is in the search index
 * @param editable whether callers may write it
 * @param target object that a look-up refers to
 * @param clearedOnDelete whether a look-up is emptied when its record is deleted, instead of stopping the deletion
 * @param options of a picklist, in order, including those of its value set
 * @param defaultSource expression of the default value
 * @param standard whether it ships with the platform
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
        boolean clearedOnDelete,
        List<Option> options,
        @Nullable String defaultSource,
        boolean standard,
        Placement placement) {
    public Field {
        options = List.copyOf(options);
    }

    /** This field of the record that a look-up names, as a field of the record that has the look-up. */
    public Field behind(Field lookup) {
        return new Field(
                id,
                lookup.name + "." + name,
                lookup.label.then(label),
                type,
                precision,
                scale,
                length,
                false,
                false,
                filterable,
                false,
                false,
                target,
                false,
                options,
                null,
                standard,
                placement);
    }

    /** One option of a picklist. */
    public record Option(String value, Label label) {}
}
