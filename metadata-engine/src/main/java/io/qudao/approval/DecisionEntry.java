package io.qudao.approval;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One line of a record's history of approval.
 *
 * @param state what the approval became
 * @param reason why, in the decider's words
 * @param release under which release it was decided
 */
public record DecisionEntry(
        UUID approval,
        ApprovalState state,
        UUID member,
        String memberName,
        @Nullable String reason,
        int release,
        Instant at) {}
