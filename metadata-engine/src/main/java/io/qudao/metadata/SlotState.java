package io.qudao.metadata;

/** The life of a slot column: free, building, ready, retiring, scrubbing, free again. */
public enum SlotState {
    /** Writers fill it, records from before are being filled in; nothing reads it. */
    BUILDING,
    /** Filled for every record: SQL may filter and sort by it. */
    READY,
    /** No field has it any more; work under an earlier release may still. */
    RETIRING,
    /** Being set to null; then it is free. */
    SCRUBBING
}
