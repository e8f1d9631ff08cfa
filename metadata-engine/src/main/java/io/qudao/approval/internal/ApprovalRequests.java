package io.qudao.approval.internal;

import io.qudao.approval.Approval;
import io.qudao.approval.ApprovalOutcome;
import io.qudao.approval.ApprovalRequest;
import io.qudao.approval.ApprovalState;
import io.qudao.approval.internal.EntryCriteria.RecordState;
import io.qudao.kernel.Ids;
import io.qudao.metadata.ApprovalProcess;
import io.qudao.metadata.Metadata;
import io.qudao.tenancy.TenantScope;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Requests approvals on behalf of modules, at a step of their own. */
@Component
final class ApprovalRequests {
    private final Metadata metadata;
    private final EntryCriteria criteria;
    private final ApprovalRows rows;
    private final Authors authors;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ApprovalRequests(
            Metadata metadata,
            EntryCriteria criteria,
            ApprovalRows rows,
            Authors authors,
            TransactionTemplate transaction,
            Clock clock) {
        this.metadata = metadata;
        this.criteria = criteria;
        this.rows = rows;
        this.authors = authors;
        this.transaction = transaction;
        this.clock = clock;
    }

    ApprovalOutcome start(ApprovalRequest request) {
        var release = metadata.current();
        return criteria.process(release, request.object(), new RecordState(request.record(), request.facts()))
                .<ApprovalOutcome>map(process -> pending(request, process, release.number()))
                .orElseGet(ApprovalOutcome.NotNeeded::new);
    }

    void withdraw(String object, UUID record, @Nullable String reason) {
        for (StoredApproval standing : rows.lockStanding(object, record)) {
            rows.decide(standing.approval().id(), ApprovalState.VOID, reason);
        }
    }

    private ApprovalOutcome pending(ApprovalRequest request, ApprovalProcess process, int release) {
        var caller = TenantScope.caller();
        var approval = new Approval(
                Ids.next(),
                request.object(),
                request.record(),
                request.title(),
                process.name(),
                release,
                ApprovalState.PENDING,
                caller.member(),
                caller.name(),
                request.partner(),
                clock.instant());
        var stored = new StoredApproval(
                approval, process.approverPermission(), process.requesterMayApprove(), false, Set.of(caller.member()));
        transaction.executeWithoutResult(status -> {
            authors.add(request.object(), List.of(request.record()));
            if (!rows.add(stored)) {
                withdraw(request.object(), request.record(), null);
                rows.add(stored);
            }
        });
        return new ApprovalOutcome.Pending(approval.id(), stored.concerns(caller) && !stored.isOwnAndBarred(caller));
    }
}
