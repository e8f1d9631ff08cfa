package io.qudao.metadata;

/** The states of a slot column: free, building, ready, retiring, scrubbing, then free again. */
public enum SlotState {
    /** Writers fill it and older records are being filled in; nothing reads it yet. */
    BUILDING,
    /** Filled for every record, so SQL may filter and sort by it. */
    READY,
    /** No field uses it any more, but work under an earlier release still may. */
    RETIRING,
    /** Being set to null; then it becomes free. */
    SCRUBBING
}
