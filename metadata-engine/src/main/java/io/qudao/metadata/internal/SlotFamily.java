package io.qudao.metadata.internal;

import io.qudao.metadata.internal.document.Definition.OfField;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** The kinds of slot columns, and how many of each a cell has. */
enum SlotFamily {
    TEXT("t", 5),
    /** The last three are not indexed. */
    NUMBER("n", 8),
    TIME("d", 3),
    REFERENCE("r", 4),
    UNIQUE("u", 2);

    private static final String ASIDE = "x";

    private final String prefix;
    private final int count;

    SlotFamily(String prefix, int count) {
        this.prefix = prefix;
        this.count = count;
    }

    static SlotFamily of(OfField field) {
        if (field.unique()) {
            return UNIQUE;
        }
        String prefix = field.type().slotFamily();
        return Arrays.stream(values())
                .filter(family -> family.prefix.equals(prefix))
                .findFirst()
                .orElseThrow();
    }

    boolean has(String column) {
        return column.startsWith(prefix) || column.startsWith(ASIDE + prefix);
    }

    /** Returns the name of a slot that is not a column; there is no limit on these. */
    String aside(int number) {
        return ASIDE + prefix + number;
    }

    /** Returns the columns of a cell, lowest first. */
    List<String> columns() {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> prefix + number)
                .toList();
    }
}
