package io.qudao.approval.internal;

import io.qudao.approval.Approval;
import io.qudao.approval.ApprovalDecided;
import io.qudao.approval.ApprovalOutcome;
import io.qudao.approval.ApprovalProblems;
import io.qudao.approval.ApprovalRequest;
import io.qudao.approval.ApprovalState;
import io.qudao.approval.Approvals;
import io.qudao.approval.Decision;
import io.qudao.approval.DecisionEntry;
import io.qudao.kernel.ProblemException;
import io.qudao.metadata.ApprovalProcess;
import io.qudao.metadata.Metadata;
import io.qudao.tenancy.Caller;
import io.qudao.tenancy.TenantScope;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** One step, one yes: the first process of the release that admits the record asks for it. */
@Component
@Transactional
class JdbcApprovals implements Approvals {
    private final Metadata metadata;
    private final EntryCriteria criteria;
    private final ApprovalRows rows;
    private final ApplicationEventPublisher events;

    JdbcApprovals(Metadata metadata, EntryCriteria criteria, ApprovalRows rows, ApplicationEventPublisher events) {
        this.metadata = metadata;
        this.criteria = criteria;
        this.rows = rows;
        this.events = events;
    }

    @Override
    public ApprovalOutcome start(ApprovalRequest request) {
        var release = metadata.current();
        Optional<ApprovalProcess> process = release.approvals(request.object()).stream()
                .filter(candidate -> criteria.admits(candidate, request.facts()))
                .findFirst();
        if (process.isEmpty()) {
            return new ApprovalOutcome.NotNeeded();
        }
        return new ApprovalOutcome.Pending(rows.insert(request, process.get(), release.number()));
    }

    @Override
    public Approval decide(UUID approval, Decision decision, @Nullable String reason) {
        return decide(rows.lock(approval), decision, reason);
    }

    @Override
    public Approval decide(String object, UUID record, Decision decision, @Nullable String reason) {
        return decide(rows.lockWaiting(object, record), decision, reason);
    }

    @Override
    public void withdraw(String object, UUID record, @Nullable String reason) {
        rows.makeVoid(object, record, reason);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Approval> inbox(int limit) {
        var caller = TenantScope.caller();
        return rows.waiting(caller.partner(), Math.clamp(limit, 1, 500)).stream()
                .filter(waiting -> refusal(waiting, caller).isEmpty())
                .map(ApprovalRows.Waiting::approval)
                .toList();
    }

    @Override
    @Transactional(readOnly = true)
    public List<DecisionEntry> history(String object, UUID record) {
        return rows.history(object, record);
    }

    private Approval decide(Optional<ApprovalRows.Waiting> found, Decision decision, @Nullable String reason) {
        var waiting = found.orElseThrow(() -> new ProblemException(ApprovalProblems.NOTHING_WAITS));
        refusal(waiting, TenantScope.caller()).ifPresent(refused -> {
            throw new ProblemException(refused);
        });
        var state = decision == Decision.APPROVE ? ApprovalState.APPROVED : ApprovalState.REJECTED;
        var approval = waiting.approval();
        rows.decide(approval.id(), state, reason);
        events.publishEvent(new ApprovalDecided(approval.id(), approval.object(), approval.record(), decision, reason));
        return rows.get(approval.id());
    }

    /** Why this caller may not decide it; empty when they may. */
    private static Optional<ApprovalProblems> refusal(ApprovalRows.Waiting waiting, Caller caller) {
        if (caller.isPlatform()) {
            return Optional.empty();
        }
        var partner = waiting.approval().partner();
        if (!caller.may(waiting.permission()) || (partner != null && !partner.equals(caller.partner()))) {
            return Optional.of(ApprovalProblems.NOT_AN_APPROVER);
        }
        boolean own = waiting.approval().requester().equals(caller.member());
        return own && !waiting.requesterMayApprove() ? Optional.of(ApprovalProblems.OWN_REQUEST) : Optional.empty();
    }
}
