package io.qudao.ui.component.record;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Conditions of lists, as expressions. */
public final class RecordFilter {
    private RecordFilter() {}

    /** Records whose name has this text in it, in either case; null for all where nothing is typed. */
    public static @Nullable String named(String typed, String nameField) {
        return typed.isBlank()
                ? null
                : "contains(lower(" + nameField + "), " + quoted(typed.strip().toLowerCase(Locale.ROOT)) + ")";
    }

    /** All of these that are there. */
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
