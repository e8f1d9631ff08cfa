package io.qudao.kernel;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One broken rule of an input.
 *
 * @param field path of the field in the input, such as {@code lines[2].quantity}; empty for the input as a whole
 * @param code stable code; its text is the message {@code violation.<code>} with {@code arguments} filled in
 * @param arguments texts for the message, in order
 * @param row line of an imported file, counted from 1 with its header; null outside imports
 */
public record Violation(
        String field,
        String code,
        List<String> arguments,
        @Nullable Long row) {
    public Violation {
        arguments = List.copyOf(arguments);
    }

    public static Violation of(String field, String code, Object... arguments) {
        return new Violation(
                field,
                code,
                java.util.Arrays.stream(arguments).map(String::valueOf).toList(),
                null);
    }

    public Violation inRow(long number) {
        return new Violation(field, code, arguments, number);
    }
}
