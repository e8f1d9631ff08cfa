package io.qudao.search.internal;

/** Where an object stands in the index. */
enum IndexState {
    /** Its records are on their way into the outbox. */
    BUILDING,
    /** All of them are in the outbox. */
    SENT,
    /** All of them are in the index. */
    READY,
    /** Its documents are on their way out of the index. */
    LEAVING
}
