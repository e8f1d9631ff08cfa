package io.qudao.metadata.internal;

import io.qudao.metadata.DataType;
import io.qudao.metadata.SlotState;
import java.time.Instant;

/** A slot column that is in use. */
record SlotRow(int objectId, String slot, String fieldId, DataType type, int scale, SlotState state, Instant since) {
    SlotRow in(SlotState other, Instant at) {
        return new SlotRow(objectId, slot, fieldId, type, scale, other, at);
    }

    /** Returns whether a field uses it. */
    boolean isTaken() {
        return state == SlotState.BUILDING || state == SlotState.READY;
    }
}
