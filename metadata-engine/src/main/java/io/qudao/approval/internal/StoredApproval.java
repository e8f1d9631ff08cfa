package io.qudao.approval.internal;

import io.qudao.approval.Approval;
import io.qudao.tenancy.Caller;
import java.util.Set;
import java.util.UUID;

/**
 * An approval with the settings it copied from its process.
 *
 * @param permission permission needed to decide
 * @param requesterMayApprove whether the requester may also decide
 * @param byChange whether a change of the record requested it, so that it is for those who may read the record
 * @param authors those who have changed the record since it was approved last, as far as they are known
 */
record StoredApproval(
        Approval approval, String permission, boolean requesterMayApprove, boolean byChange, Set<UUID> authors) {
    boolean isRequestedBy(Caller caller) {
        return approval.requester().equals(caller.member());
    }

    /** Whether the caller and their partner may decide this, ignoring the rule on own changes and the record. */
    boolean concerns(Caller caller) {
        boolean samePartner = approval.partner() == null
                || caller.isPlatform()
                || approval.partner().equals(caller.partner());
        return samePartner && caller.may(permission);
    }

    boolean isOwnAndBarred(Caller caller) {
        return !requesterMayApprove && (isRequestedBy(caller) || authors.contains(caller.member()));
    }

    StoredApproval titled(String title) {
        var titled = new Approval(
                approval.id(),
                approval.object(),
                approval.record(),
                title,
                approval.process(),
                approval.release(),
                approval.state(),
                approval.requester(),
                approval.requesterName(),
                approval.partner(),
                approval.requestedAt());
        return new StoredApproval(titled, permission, requesterMayApprove, byChange, authors);
    }
}
