package io.qudao.sql;

import java.util.Map;

/**
 * A condition that one module gives to another, which puts it into a statement of its own: so rows that only the first
 * knows need not travel to the node and back. Its parameters are those of {@link SqlStatement#setAll(SqlCondition)}.
 */
public final class SqlCondition {
    /** Holds for no row. */
    public static final SqlCondition NEVER = new SqlCondition("false", Map.of());

    private final String text;
    private final Map<String, ?> parameters;

    public SqlCondition(String text, Map<String, ?> parameters) {
        this.text = text;
        this.parameters = Map.copyOf(parameters);
    }

    public String text() {
        return text;
    }

    Map<String, ?> parameters() {
        return parameters;
    }
}
