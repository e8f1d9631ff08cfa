package io.qudao.approval;

import io.qudao.record.StandsFor;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One run of an approval process.
 *
 * @param release the metadata release it started under and keeps until it is decided
 */
public record Approval(
        UUID id,
        String object,
        UUID record,
        String title,
        String process,
        int release,
        ApprovalState state,
        UUID requester,
        @StandsFor("member.name") String requesterName,
        @Nullable UUID partner,
        Instant requestedAt) {}
