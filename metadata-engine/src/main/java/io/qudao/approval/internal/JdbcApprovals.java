package io.qudao.approval.internal;

import io.qudao.approval.Approval;
import io.qudao.approval.ApprovalDecided;
import io.qudao.approval.ApprovalOutcome;
import io.qudao.approval.ApprovalProblem;
import io.qudao.approval.ApprovalRequest;
import io.qudao.approval.ApprovalState;
import io.qudao.approval.Approvals;
import io.qudao.approval.Decision;
import io.qudao.approval.DecisionEntry;
import io.qudao.approval.DecisionRequested;
import io.qudao.kernel.CommonProblem;
import io.qudao.kernel.Ids;
import io.qudao.kernel.Keyset;
import io.qudao.kernel.ProblemException;
import io.qudao.kernel.Slice;
import io.qudao.kernel.Violations;
import io.qudao.metadata.ApprovalProcess;
import io.qudao.metadata.Metadata;
import io.qudao.tenancy.TenantScope;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Approvals stored as rows. A decision locks its row, so of two concurrent decisions the second is refused. */
@Component
final class JdbcApprovals implements Approvals {
    private static final int LONGEST_REASON = 1_000;

    private final Metadata metadata;
    private final EntryCriteria criteria;
    private final ApprovalRows rows;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    JdbcApprovals(
            Metadata metadata,
            EntryCriteria criteria,
            ApprovalRows rows,
            TransactionTemplate transaction,
            ApplicationEventPublisher events,
            Clock clock) {
        this.metadata = metadata;
        this.criteria = criteria;
        this.rows = rows;
        this.transaction = transaction;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public ApprovalOutcome start(ApprovalRequest request) {
        var release = metadata.current();
        return criteria.process(release, request)
                .<ApprovalOutcome>map(process -> pending(request, process, release.number()))
                .orElseGet(ApprovalOutcome.NotNeeded::new);
    }

    @Override
    public Approval decide(UUID approval, Decision decision, @Nullable String reason) {
        return transaction.execute(status -> {
            var caller = TenantScope.caller();
            var asked = rows.find(approval)
                    .filter(found -> found.concerns(caller) || found.isRequestedBy(caller))
                    .orElseThrow(() -> new ProblemException(CommonProblem.NOT_FOUND))
                    .approval();
            events.publishEvent(new DecisionRequested(asked.object(), asked.record()));
            return decide(rows.lock(approval).orElseThrow(), decision, reason);
        });
    }

    @Override
    public Approval decide(String object, UUID record, Decision decision, @Nullable String reason) {
        return transaction.execute(status -> {
            var stored = rows.lockStanding(object, record).stream()
                    .filter(each -> each.approval().state() == ApprovalState.PENDING)
                    .findFirst()
                    .orElseThrow(() -> new ProblemException(ApprovalProblem.NOTHING_WAITS));
            return decide(stored, decision, reason);
        });
    }

    @Override
    public void withdraw(String object, UUID record, @Nullable String reason) {
        transaction.executeWithoutResult(status -> {
            for (StoredApproval standing : rows.lockStanding(object, record)) {
                rows.decide(standing.approval().id(), ApprovalState.VOID, reason);
            }
        });
    }

    @Override
    public Approval get(UUID approval) {
        return transaction.execute(status -> visible(approval));
    }

    @Override
    public Course course(UUID approval) {
        return transaction.execute(status -> new Course(visible(approval), rows.ofApproval(approval)));
    }

    @Override
    public Slice<Approval> inbox(@Nullable String cursor, int limit) {
        int most = Keyset.limit(limit);
        var after = Keyset.after(cursor, 2);
        var since = Keyset.instant(after.getFirst());
        var id = Keyset.id(after.getLast());
        var found = transaction.execute(status -> rows.inbox(TenantScope.caller(), since, id, most + 1));
        return Keyset.slice(
                found,
                most,
                approval ->
                        List.of(approval.requestedAt().toString(), approval.id().toString()));
    }

    @Override
    public Set<UUID> decidable(String object, Collection<UUID> records) {
        return transaction.execute(status -> rows.decidable(TenantScope.caller(), object, records));
    }

    @Override
    public List<DecisionEntry> history(String object, UUID record) {
        return transaction.execute(status -> rows.ofRecord(object, record));
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
        var stored = new StoredApproval(approval, process.approverPermission(), process.requesterMayApprove());
        transaction.executeWithoutResult(status -> {
            if (!rows.add(stored)) {
                withdraw(request.object(), request.record(), null);
                rows.add(stored);
            }
        });
        return new ApprovalOutcome.Pending(approval.id(), stored.concerns(caller) && !stored.isOwnAndBarred(caller));
    }

    private Approval decide(StoredApproval stored, Decision decision, @Nullable String reason) {
        var caller = TenantScope.caller();
        var why = checked(decision, reason);
        if (!stored.concerns(caller)) {
            throw new ProblemException(ApprovalProblem.NOT_AN_APPROVER);
        }
        if (stored.isOwnAndBarred(caller)) {
            throw new ProblemException(ApprovalProblem.OWN_REQUEST);
        }
        var before = stored.approval();
        if (before.state() != ApprovalState.PENDING) {
            throw new ProblemException(ApprovalProblem.NOTHING_WAITS);
        }
        rows.decide(before.id(), state(decision), why);
        events.publishEvent(new ApprovalDecided(before.id(), before.object(), before.record(), decision, why));
        return rows.find(before.id()).orElseThrow().approval();
    }

    private static ApprovalState state(Decision decision) {
        return switch (decision) {
            case APPROVE -> ApprovalState.APPROVED;
            case REJECT -> ApprovalState.REJECTED;
        };
    }

    private static @Nullable String checked(Decision decision, @Nullable String reason) {
        var violations = new Violations();
        var why = decision == Decision.REJECT
                ? violations.text("reason", reason, LONGEST_REASON)
                : violations.optionalText("reason", reason, LONGEST_REASON);
        violations.failIfAny(CommonProblem.INVALID_INPUT);
        return why.isEmpty() ? null : why;
    }

    private Approval visible(UUID id) {
        var caller = TenantScope.caller();
        return rows.find(id)
                .filter(stored -> stored.concerns(caller) || stored.isRequestedBy(caller))
                .map(StoredApproval::approval)
                .orElseThrow(() -> new ProblemException(CommonProblem.NOT_FOUND));
    }
}
