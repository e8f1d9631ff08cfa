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

    /** The path that is written with dots, such as {@code buyer.level}. */
    public static FieldPath parse(String text) {
        return new FieldPath(List.of(text.split("\\.", -1)));
    }

    /** Whether it leads to another record. */
    public boolean isLong() {
        return names.size() > 1;
    }

    /** Returns the first field of the path, which belongs to the record itself. */
    public String first() {
        return names.getFirst();
    }

    public String last() {
        return names.getLast();
    }

    /** The way without its last name; only for one that is {@link #isLong long}. */
    public FieldPath parent() {
        return new FieldPath(names.subList(0, names.size() - 1));
    }

    /** This way, and then a field of what it leads to. */
    public FieldPath then(String name) {
        return new FieldPath(Stream.concat(names.stream(), Stream.of(name)).toList());
    }

    @Override
    public String toString() {
        return String.join(".", names);
    }
}
