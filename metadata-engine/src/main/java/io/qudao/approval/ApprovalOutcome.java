package io.qudao.approval;

import java.util.UUID;

/** Whether somebody has to decide. */
public sealed interface ApprovalOutcome {
    /** No process of the object applies. */
    record NotNeeded() implements ApprovalOutcome {}

    /**
     * It waits in the inbox of those who may.
     *
     * @param byRequester whether who asked may decide, too
     */
    record Pending(UUID approval, boolean byRequester) implements ApprovalOutcome {}
}
