package io.qudao.sql;

import java.util.List;

/** Conditions on texts that people type. */
public final class SqlText {
    private SqlText() {}

    /** Returns the condition that the text {@code :text} occurs in these columns, like {@link #occursIn(String, List)}. */
    public static String occursIn(List<String> columns) {
        return occursIn(":text", columns);
    }

    /**
     * Returns the condition that a text, which is not null, occurs in these columns, whatever its case; no text occurs in no
     * column.
     *
     * @param text SQL of the text, such as its parameter
     */
    public static String occursIn(String text, List<String> columns) {
        return columns.isEmpty()
                ? "cast(" + text + " as text) is null"
                : "position(lower(" + text + ") in lower(concat_ws(' ', " + String.join(", ", columns) + "))) > 0";
    }
}
