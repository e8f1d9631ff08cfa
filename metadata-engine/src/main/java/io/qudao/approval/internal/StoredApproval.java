package io.qudao.approval.internal;

import io.qudao.approval.Approval;
import io.qudao.tenancy.Caller;

/**
 * An approval with what it took from its process.
 *
 * @param permission who may decide
 * @param requesterMayApprove whether the requester may decide too
 */
record StoredApproval(Approval approval, String permission, boolean requesterMayApprove) {
    boolean isRequestedBy(Caller caller) {
        return approval.requester().equals(caller.member());
    }

    /** Whether it is the caller's and their partner's to decide, own requests aside. */
    boolean concerns(Caller caller) {
        boolean samePartner = approval.partner() == null
                || caller.isPlatform()
                || approval.partner().equals(caller.partner());
        return samePartner && caller.may(permission);
    }

    boolean isOwnAndBarred(Caller caller) {
        return !requesterMayApprove && isRequestedBy(caller);
    }
}
