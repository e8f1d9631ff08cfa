package io.qudao.metadata;

import org.jspecify.annotations.Nullable;

/** Where the value of a field is stored. */
public sealed interface Placement {
    /**
     * A typed column of its own: fields of standard tables and the system columns of a cell.
     *
     * @param currency for money, the column of its ISO code
     */
    record Column(String column, @Nullable String currency) implements Placement {
        public Column(String column) {
            this(column, null);
        }
    }

    /** Only in {@code data}, under the field's id. */
    record Document() implements Placement {}

    /**
     * In {@code data} under the field's id, which is authoritative, and derived from it in a typed column. The column's
     * first letter is the type's {@link DataType#slotFamily}, or {@code u} for the keys of unique values. An {@code x}
     * before it means that no column of the table was left and the value stands aside, in a row of a separate table.
     *
     * @param state {@link SlotState#BUILDING} or {@link SlotState#READY}; writers fill the slot in both states, SQL
     *     reads it only when ready
     * @param scale digits after the point that a number in a bigint column is shifted by
     */
    record Slot(String column, SlotState state, int scale) implements Placement {
        private static final char ASIDE = 'x';

        /** Returns whether the slot stands aside instead of being a column of the object's table. */
        public boolean isAside() {
            return column.charAt(0) == ASIDE;
        }

        /** Returns the letter of its family: {@code t}, {@code n}, {@code d}, {@code r} or {@code u}. */
        public char family() {
            return column.charAt(isAside() ? 1 : 0);
        }

        /** Returns whether it holds keys of unique values. */
        public boolean isUnique() {
            return family() == 'u';
        }

        public boolean isReady() {
            return state == SlotState.READY;
        }
    }
}
