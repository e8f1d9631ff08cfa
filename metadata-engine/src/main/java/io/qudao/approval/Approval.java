package io.qudao.approval;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One run of an approval process.
 *
 * @param release the release it started with, and finishes under
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
        String requesterName,
        @Nullable UUID partner,
        Instant requestedAt) {}
