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
     * In {@code data} under the field's id, which is the truth, and derived from it in a typed column.
     *
     * @param state {@link SlotState#BUILDING} or {@link SlotState#READY}; writers fill both, SQL reads only when ready
     * @param scale digits after the point that a number in a bigint column is shifted by
     */
    record Slot(String column, SlotState state, int scale) implements Placement {
        public boolean isReady() {
            return state == SlotState.READY;
        }
    }
}
