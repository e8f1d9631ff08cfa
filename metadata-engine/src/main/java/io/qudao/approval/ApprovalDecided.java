package io.qudao.approval;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Somebody decided; listeners act on the record in the same transaction, and undo the decision by throwing. */
public record ApprovalDecided(
        UUID approval,
        String object,
        UUID record,
        Decision decision,
        @Nullable String reason) {}
