package io.qudao.metadata;

import org.jspecify.annotations.Nullable;

/**
 * A process by which records of an object are approved.
 *
 * @param order position among the object's processes: lowest first; processes without one follow, the most specific
 *     first
 * @param entry expression that is true of the records that need approval; null for all records
 * @param approverPermission permission needed to decide
 * @param requesterMayApprove whether the requester may also decide
 */
public record ApprovalProcess(
        String object,
        String name,
        @Nullable Integer order,
        @Nullable String entry,
        String approverPermission,
        boolean requesterMayApprove,
        Label label) {}
