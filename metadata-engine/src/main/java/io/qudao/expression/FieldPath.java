package io.qudao.expression;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The path to a field, such as {@code buyer.level}. */
public record FieldPath(List<String> names) {
    public FieldPath {
        names = List.copyOf(names);
        if (names.isEmpty()) {
            throw new IllegalArgumentException("A path needs at least one name");
        }
    }

    public static FieldPath of(String first, String... more) {
        return new FieldPath(
                Stream.concat(Stream.of(first), Arrays.stream(more)).toList());
    }

    /** Returns the first field of the path, which belongs to the record itself. */
    public String first() {
        return names.getFirst();
    }

    @Override
    public String toString() {
        return String.join(".", names);
    }
}
