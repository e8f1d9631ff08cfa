package io.qudao.metadata;

import io.qudao.kernel.ByModules;
import java.time.Instant;
import java.util.List;

/**
 * The slot columns of the caller's tenant that are changing state; used by the job that fills and scrubs them. Each
 * step is a transaction of its own, and every node notices it like a publish.
 */
@ByModules
public interface SlotStates {
    /** Returns the slots that are building, retiring or scrubbing, oldest first. */
    List<PendingSlot> pending();

    /**
     * Marks a slot as ready because every record has its value there. Does nothing if the slot is no longer building.
     */
    void ready(PendingSlot slot);

    /** Moves a slot to scrubbing because no work under an earlier release is left. */
    void scrubbing(PendingSlot slot);

    /** Frees a slot because it is null in every record. */
    void scrubbed(PendingSlot slot);

    /**
     * @param objectId as in {@link ObjectType#id()}
     * @param fieldId key in {@code data}
     * @param since when it entered its current state
     */
    record PendingSlot(
            String object,
            int objectId,
            Storage storage,
            String fieldId,
            DataType type,
            String column,
            int scale,
            SlotState state,
            Instant since) {
        /** Returns the slot as a field's placement. */
        public Placement.Slot placement() {
            return new Placement.Slot(column, state, scale);
        }
    }
}
