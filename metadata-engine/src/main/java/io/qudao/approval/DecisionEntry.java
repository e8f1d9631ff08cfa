package io.qudao.approval;

import io.qudao.record.StandsFor;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One entry in the approval history of a record.
 *
 * @param state state of the approval after this entry
 * @param reason why, in the decider's words
 * @param release metadata release under which it was decided
 */
public record DecisionEntry(
        UUID approval,
        ApprovalState state,
        UUID member,
        @StandsFor("member.name") String memberName,
        @Nullable String reason,
        int release,
        Instant at) {}
