package io.qudao.metadata;

import org.jspecify.annotations.Nullable;

/**
 * A condition that no record may meet.
 *
 * @param source expression; true means wrong
 * @param message what people read then
 * @param field field to show it at; null for the whole record
 */
public record ValidationRule(
        String object,
        String name,
        String source,
        Label message,
        @Nullable String field) {}
