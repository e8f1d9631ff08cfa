package io.qudao.expression;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The way to a field, such as {@code buyer.level}. */
public record FieldPath(List<String> names) {
    public FieldPath {
        names = List.copyOf(names);
        if (names.isEmpty()) {
            throw new IllegalArgumentException("A path has a name");
        }
    }

    public static FieldPath of(String first, String... more) {
        return new FieldPath(
                Stream.concat(Stream.of(first), Arrays.stream(more)).toList());
    }

    /** The field of the record itself that the path begins with. */
    public String first() {
        return names.getFirst();
    }

    @Override
    public String toString() {
        return String.join(".", names);
    }
}
