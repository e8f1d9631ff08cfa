package io.qudao.expression;

/** The three-valued result of a condition, as in SQL. */
public enum Truth {
    TRUE,
    FALSE,
    UNKNOWN;

    /** Returns whether the condition holds; unknown counts as not holding. */
    public boolean holds() {
        return this == TRUE;
    }
}
