package io.qudao.rest;

import org.jspecify.annotations.Nullable;

/**
 * The query parameters of a list; bind it as a parameter of a handler.
 *
 * @param cursor {@code next} of the previous page
 */
public record Paging(@Nullable String cursor, @Nullable Integer limit) {
    private static final int USUAL = 50;

    /** Returns how many rows the client wants. */
    public int rows() {
        return limit == null ? USUAL : limit;
    }
}
