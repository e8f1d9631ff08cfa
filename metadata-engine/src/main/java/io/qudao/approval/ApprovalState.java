package io.qudao.approval;

/** Where an approval stands. */
public enum ApprovalState {
    PENDING,
    APPROVED,
    REJECTED,
    /** The record was changed or withdrawn, so any earlier decision no longer counts (O6). */
    VOID
}
