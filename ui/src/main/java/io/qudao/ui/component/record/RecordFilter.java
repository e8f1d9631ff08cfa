package io.qudao.ui.component.record;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Builds filter expressions for lists. */
public final class RecordFilter {
    private RecordFilter() {}

    /**
     * Returns a condition for records whose name contains this text, ignoring case; null for all if the text is empty.
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
