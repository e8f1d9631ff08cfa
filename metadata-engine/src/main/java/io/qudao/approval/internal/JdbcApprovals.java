package io.qudao.approval.internal;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;

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
import io.qudao.kernel.Keyset;
import io.qudao.kernel.ProblemException;
import io.qudao.kernel.Slice;
import io.qudao.kernel.Violations;
import io.qudao.tenancy.TenantScope;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
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
    /** So many of the inbox are looked at at once. */
    private static final int LOOK = Keyset.MAXIMUM + 1;

    private final ApprovalRequests requests;
    private final ApprovalRows rows;
    private final Authors authors;
    private final ApprovalReaders readers;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;

    JdbcApprovals(
            ApprovalRequests requests,
            ApprovalRows rows,
            Authors authors,
            ApprovalReaders readers,
            TransactionTemplate transaction,
            ApplicationEventPublisher events) {
        this.requests = requests;
        this.rows = rows;
        this.authors = authors;
        this.readers = readers;
        this.transaction = transaction;
        this.events = events;
    }

    @Override
    public ApprovalOutcome start(ApprovalRequest request) {
        return requests.start(request);
    }

    @Override
    public Approval decide(UUID approval, Decision decision, @Nullable String reason) {
        return transaction.execute(status -> {
            var asked = concerned(rows.find(approval)).approval();
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
    public void changed(String object, Collection<UUID> records) {
        authors.add(object, records);
    }

    @Override
    public void withdraw(String object, UUID record, @Nullable String reason) {
        transaction.executeWithoutResult(status -> requests.withdraw(object, record, reason));
    }

    @Override
    public Approval get(UUID approval) {
        return transaction.execute(status -> shown(approval));
    }

    @Override
    public Course course(UUID approval) {
        return transaction.execute(status -> new Course(shown(approval), rows.ofApproval(approval)));
    }

    @Override
    public List<Course> ofRecord(String object, UUID record) {
        return transaction.execute(status -> {
            var seen = readers.visible(rows.asked(object, record), TenantScope.caller());
            if (seen.isEmpty()) {
                readers.requireReadable(object, record);
            }
            var decisions = rows.ofRecord(object, record).stream().collect(groupingBy(DecisionEntry::approval));
            return seen.stream()
                    .map(StoredApproval::approval)
                    .map(approval -> new Course(approval, decisions.getOrDefault(approval.id(), List.of())))
                    .toList();
        });
    }

    @Override
    public Slice<Approval> inbox(@Nullable String cursor, int limit) {
        int most = Keyset.limit(limit);
        var start = Keyset.after(cursor, 2);
        return transaction.execute(status -> {
            var known = new ArrayList<StoredApproval>();
            var seen = List.<StoredApproval>of();
            var after = start;
            do {
                seen = rows.inbox(
                        TenantScope.caller(), Keyset.instant(after.getFirst()), Keyset.id(after.getLast()), LOOK);
                known.addAll(readers.readable(seen));
                after = seen.isEmpty() ? after : key(seen.getLast().approval());
            } while (seen.size() == LOOK && known.size() <= most);
            var items = known.stream()
                    .limit(most + 1L)
                    .map(StoredApproval::approval)
                    .toList();
            return Keyset.slice(items, most, JdbcApprovals::key);
        });
    }

    @Override
    public Set<UUID> decidable(String object, Collection<UUID> records) {
        return transaction.execute(
                status -> readers.readable(rows.decidable(TenantScope.caller(), object, records)).stream()
                        .map(stored -> stored.approval().record())
                        .collect(toSet()));
    }

    @Override
    public List<DecisionEntry> history(String object, UUID record) {
        return transaction.execute(status -> rows.ofRecord(object, record));
    }

    private Approval decide(StoredApproval stored, Decision decision, @Nullable String reason) {
        var caller = TenantScope.caller();
        var why = checked(decision, reason);
        if (!readers.concerns(stored, caller)) {
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
        if (decision == Decision.APPROVE) {
            // Last, so that what modules change upon the approval does not make its approver an author.
            authors.clear(before.object(), before.record());
        }
        return readers.shown(rows.find(before.id()).orElseThrow());
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

    /** The same rule as for the approvals of a record, so one is visible by both addresses or by none. */
    private Approval shown(UUID approval) {
        return readers.visible(rows.find(approval).stream().toList(), TenantScope.caller()).stream()
                .map(StoredApproval::approval)
                .findFirst()
                .orElseThrow(() -> new ProblemException(CommonProblem.NOT_FOUND));
    }

    private StoredApproval concerned(Optional<StoredApproval> found) {
        var caller = TenantScope.caller();
        return found.filter(stored -> stored.isRequestedBy(caller) || readers.concerns(stored, caller))
                .orElseThrow(() -> new ProblemException(CommonProblem.NOT_FOUND));
    }

    private static List<String> key(Approval approval) {
        return List.of(approval.requestedAt().toString(), approval.id().toString());
    }
}
