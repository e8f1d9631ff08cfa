package io.qudao.rest;

import org.jspecify.annotations.Nullable;

/**
 * The query parameters of a list: bind it as an argument of a handler.
 *
 * @param cursor {@code next} of the page before
 */
public record Paging(@Nullable String cursor, @Nullable Integer limit) {
    private static final int USUAL = 50;

    /** How many rows the client wants. */
    public int rows() {
        return limit == null ? USUAL : limit;
    }
}
