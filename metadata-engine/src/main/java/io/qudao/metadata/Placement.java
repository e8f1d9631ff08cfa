package io.qudao.metadata;

import org.jspecify.annotations.Nullable;

/** Where SQL finds the value of a field. */
public sealed interface Placement {
    /**
     * A typed column of its own: fields of standard tables, and the system columns of a cell.
     *
     * @param currency of money: the column of its ISO code
     */
    record Column(String column, @Nullable String currency) implements Placement {
        public Column(String column) {
            this(column, null);
        }
    }

    /** In {@code data} only, under the field's id. */
    record Document() implements Placement {}

    /**
     * In {@code data} under the field's id, which is the truth, and derived from it in a typed column. Its first letter is
     * that of the type's {@link DataType#slotFamily}, or {@code u} for the keys of unique values; an {@code x} before it
     * says that the table has no such column left: the value stands aside, in a row of a table of its own.
     *
     * @param state {@link SlotState#BUILDING} or {@link SlotState#READY}; writers fill both, SQL reads only when ready
     * @param scale digits after the point that a number in a bigint column is shifted by
     */
    record Slot(String column, SlotState state, int scale) implements Placement {
        private static final char ASIDE = 'x';

        /** Whether it is no column of the object's table. */
        public boolean isAside() {
            return column.charAt(0) == ASIDE;
        }

        /** The letter of what it holds: {@code t}, {@code n}, {@code d}, {@code r} or {@code u}. */
        public char family() {
            return column.charAt(isAside() ? 1 : 0);
        }

        /** Whether it holds keys of unique values. */
        public boolean isUnique() {
            return family() == 'u';
        }

        public boolean isReady() {
            return state == SlotState.READY;
        }
    }
}
