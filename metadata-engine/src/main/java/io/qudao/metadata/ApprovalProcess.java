package io.qudao.metadata;

import org.jspecify.annotations.Nullable;

/**
 * The review of a record.
 *
 * @param order place among those of the object: the lowest first, those without one behind, the most specific first
 * @param entry expression of the records that need it; null for all
 * @param approverPermission who may decide
 * @param requesterMayApprove whether the requester may decide too
 */
public record ApprovalProcess(
        String object,
        String name,
        @Nullable Integer order,
        @Nullable String entry,
        String approverPermission,
        boolean requesterMayApprove,
        Label label) {}
