package io.qudao.expression;

import java.util.function.UnaryOperator;

/** How SQL reaches the value of one field. The SQL texts come from metadata, never from a user. */
public sealed interface Column {
    /** An SQL expression that yields the value itself, such as {@code (r.data->>'7')::numeric}. */
    record Plain(String sql, SqlKind kind) implements Column {}

    /** A bigint that is the number times ten to the power of {@code scale}, exactly: a number slot. */
    record Scaled(String sql, int scale) implements Column {}

    /**
     * A text and beside it an indexed key (text collated "C") that narrows the search before the text itself is compared.
     *
     * @param sql yields the text
     * @param slot yields the key, null where the text is null
     * @param key from text to key; equal texts have equal keys, and the key of a beginning of a text begins the text's key
     */
    record Folded(String sql, String slot, UnaryOperator<String> key) implements Column {}

    /**
     * Money in two columns, both null or none.
     *
     * @param amount a {@link Plain} number or {@link Scaled}
     * @param currency yields the ISO code as text
     */
    record Amount(Column amount, String currency) implements Column {}

    static Column of(String sql, SqlKind kind) {
        return new Plain(sql, kind);
    }
}
