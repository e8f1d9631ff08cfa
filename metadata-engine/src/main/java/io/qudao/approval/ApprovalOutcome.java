package io.qudao.approval;

import java.util.UUID;

/** Whether somebody has to decide. */
public sealed interface ApprovalOutcome {
    /** No process of the object applies. */
    record NotNeeded() implements ApprovalOutcome {}

    /** It waits in the inbox of those who may. */
    record Pending(UUID approval) implements ApprovalOutcome {}
}
