package io.qudao.approval;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A decision was made. Listeners act on the record in the same transaction; a listener that throws undoes the decision.
 */
public record ApprovalDecided(
        UUID approval,
        String object,
        UUID record,
        Decision decision,
        @Nullable String reason) {}
