package io.qudao.approval;

import java.util.UUID;

/** Whether a record needs somebody's approval. */
public sealed interface ApprovalOutcome {
    /** No approval process of the object applies. */
    record NotNeeded() implements ApprovalOutcome {}

    /**
     * The record waits in the inbox of the members who may decide.
     *
     * @param byRequester whether the requester may also decide
     */
    record Pending(UUID approval, boolean byRequester) implements ApprovalOutcome {}
}
