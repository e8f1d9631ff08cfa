package io.qudao.metadata;

import org.jspecify.annotations.Nullable;

/**
 * A condition that no record may fulfil.
 *
 * @param source expression; true means the record is invalid
 * @param message message shown to people
 * @param field field to show the message at; null for the whole record
 */
public record ValidationRule(
        String object,
        String name,
        String source,
        Label message,
        @Nullable String field) {}
