package io.qudao.expression;

import java.util.function.UnaryOperator;

/** How SQL reads the value of one field. The SQL text comes from metadata, never from user input. */
public sealed interface Column {
    /** An SQL expression that yields the value itself, such as {@code (r.data->>'7')::numeric}. */
    record Plain(String sql, SqlKind kind) implements Column {}

    /** A bigint slot that holds the number multiplied by ten to the power of {@code scale}, exactly. */
    record Scaled(String sql, int scale) implements Column {}

    /**
     * A text column with an indexed key (text collated "C") that narrows the search before the text itself is compared.
     *
     * @param sql yields the text
     * @param slot yields the key, null where the text is null
     * @param key maps a text to its key; equal texts have equal keys, and the key of a prefix is a prefix of the key
     */
    record Folded(String sql, String slot, UnaryOperator<String> key) implements Column {}

    /**
     * Money in two columns that are either both null or both set.
     *
     * @param amount a {@link Plain} number or {@link Scaled}
     * @param currency yields the ISO code as text
     */
    record Amount(Column amount, String currency) implements Column {}

    static Column of(String sql, SqlKind kind) {
        return new Plain(sql, kind);
    }
}
