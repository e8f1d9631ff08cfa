package io.qudao.sql;

import java.util.List;

/** Conditions on texts that people type. */
public final class SqlText {
    private SqlText() {}

    /**
     * Returns the condition that the text {@code :text}, which is not null, occurs in these columns, whatever its case; no
     * text occurs in no column.
     */
    public static String occursIn(List<String> columns) {
        return columns.isEmpty()
                ? "cast(:text as text) is null"
                : "position(lower(:text) in lower(concat_ws(' ', " + String.join(", ", columns) + "))) > 0";
    }
}
