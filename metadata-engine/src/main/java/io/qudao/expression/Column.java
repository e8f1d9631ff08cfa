package io.qudao.expression;

import java.util.List;
import java.util.function.Function;
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
     * @param keys maps a text to the keys that equal texts may have
     * @param prefix maps a text to the beginning of the keys of all texts that begin with it; empty if they share none
     */
    record Folded(String sql, String slot, Function<String, List<String>> keys, UnaryOperator<String> prefix)
            implements Column {
        /** @param key maps a text to its only key; the key of a prefix is a prefix of the key */
        public Folded(String sql, String slot, UnaryOperator<String> key) {
            this(sql, slot, text -> List.of(key.apply(text)), key);
        }
    }

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
