package io.qudao.metadata;

import io.qudao.kernel.ByModules;
import java.time.Instant;
import java.util.List;

/**
 * Slot columns of the caller's tenant on their way: the job that fills and scrubs them works from here. Each step is a
 * transaction of its own, and every node sees it as it sees a publish.
 */
@ByModules
public interface SlotStates {
    /** Slots that are building, retiring or scrubbing, oldest first. */
    List<PendingSlot> pending();

    /** Building is done: every record has its value there. Does nothing if the slot is no longer building. */
    void ready(PendingSlot slot);

    /** No work under an earlier release is left: it may be set to null. */
    void scrubbing(PendingSlot slot);

    /** It is null in every record: free again. */
    void scrubbed(PendingSlot slot);

    /**
     * @param objectId as in {@link ObjectType#id()}
     * @param fieldId key in {@code data}
     * @param since when it entered this state
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
        /** The slot as a field has it. */
        public Placement.Slot placement() {
            return new Placement.Slot(column, state, scale);
        }
    }
}
