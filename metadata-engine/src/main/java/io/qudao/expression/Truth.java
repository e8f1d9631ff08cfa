package io.qudao.expression;

/** The answer of a condition, as in SQL. */
public enum Truth {
    TRUE,
    FALSE,
    UNKNOWN;

    /** Whether the condition holds; unknown does not. */
    public boolean holds() {
        return this == TRUE;
    }
}
