package io.qudao.expression;

import java.util.List;

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
                java.util.stream.Stream.concat(java.util.stream.Stream.of(first), java.util.Arrays.stream(more))
                        .toList());
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
