package io.qudao.ui.component.record;

import io.qudao.metadata.Field;
import io.qudao.metadata.ObjectType;
import io.qudao.metadata.ReleaseView;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Builds filter expressions for lists. */
public final class RecordFilter {
    private RecordFilter() {}

    /** Where the name of an object's records is: its name field, or the name of the record that this refers to. */
    public static String nameOf(ObjectType type, ReleaseView release) {
        return type.field(type.nameField())
                .map(Field::target)
                .flatMap(release::object)
                .map(target -> type.nameField() + "." + target.nameField())
                .orElse(type.nameField());
    }

    /**
     * Records whose name has this text in it, in either case; null for all where nothing is typed.
     *
     * @param nameField as {@link #nameOf} says
     */
    public static @Nullable String named(String typed, String nameField) {
        return typed.isBlank()
                ? null
                : "contains(lower(" + nameField + "), " + quoted(typed.strip().toLowerCase(Locale.ROOT)) + ")";
    }

    /** Returns the conjunction of all non-null conditions. */
    public static @Nullable String all(@Nullable String... conditions) {
        StringBuilder whole = new StringBuilder();
        for (var condition : conditions) {
            if (condition != null && !condition.isBlank()) {
                whole.append(whole.isEmpty() ? "" : " && ")
                        .append('(')
                        .append(condition.strip())
                        .append(')');
            }
        }
        return whole.isEmpty() ? null : whole.toString();
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
