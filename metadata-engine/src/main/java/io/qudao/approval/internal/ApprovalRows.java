package io.qudao.approval.internal;

import io.qudao.approval.Approval;
import io.qudao.approval.ApprovalState;
import io.qudao.approval.DecisionEntry;
import io.qudao.kernel.Ids;
import io.qudao.sql.SqlRow;
import io.qudao.sql.SqlStatement;
import io.qudao.sql.TenantSql;
import io.qudao.tenancy.Caller;
import io.qudao.tenancy.TenantScope;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The SQL of approvals, in the running transaction. */
@Component
final class ApprovalRows {
    private static final String COLUMNS = """
            select approval_id, object, record_id, title, process, release, approver_permission, requester_may_approve, state,
                   requester, requester_name, partner_id, requested_at, by_change,
                   array(select w.member_id from engine.approval_author w
                          where w.tenant_id = approval.tenant_id and w.object = approval.object
                            and w.record_id = approval.record_id) as authors
              from engine.approval where tenant_id = :tenant
            """;
    /**
     * Pending approvals for the caller's partner that the caller may decide, without those of records that the
     * caller has changed since they were approved last, where the process bars them.
     */
    private static final String DECIDABLE = """
            state = 'PENDING' and (partner_id is null or partner_id = :partner or :platform)
            and (:all or approver_permission = any(:permissions))
            and (requester_may_approve or (requester <> :member and not exists (
                select from engine.approval_author w
                 where w.tenant_id = approval.tenant_id and w.object = approval.object
                   and w.record_id = approval.record_id and w.member_id = :member)))
            """;

    private static final String DECISIONS = """
            select d.approval_id, d.state, d.member_id, d.member_name, d.reason, a.release, d.decided_at
              from engine.approval_decision d
              join engine.approval a on a.tenant_id = d.tenant_id and a.approval_id = d.approval_id
             where a.tenant_id = :tenant
            """;

    private final TenantSql sql;
    private final Clock clock;

    ApprovalRows(TenantSql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** Returns false if an approval of the same record is already pending. */
    boolean add(StoredApproval stored) {
        var approval = stored.approval();
        return sql.sql("""
                        insert into engine.approval (tenant_id, approval_id, object, record_id, title, process, release,
                               approver_permission, requester_may_approve, state, requester, requester_name, partner_id,
                               requested_at)
                        values (:tenant, :id, :object, :record, :title, :process, :release,
                               :permission, :own, :state, :requester, :name, :partner, :at)
                        on conflict (tenant_id, object, record_id) where state = 'PENDING' do nothing
                        """)
                        .set("id", approval.id())
                        .set("object", approval.object())
                        .set("record", approval.record())
                        .set("title", approval.title())
                        .set("process", approval.process())
                        .set("release", approval.release())
                        .set("permission", stored.permission())
                        .set("own", stored.requesterMayApprove())
                        .set("state", approval.state())
                        .set("requester", approval.requester())
                        .set("name", approval.requesterName())
                        .set("partner", approval.partner())
                        .set("at", approval.requestedAt())
                        .update()
                > 0;
    }

    Optional<StoredApproval> find(UUID id) {
        return sql.sql(COLUMNS + " and approval_id = :id").set("id", id).optional(ApprovalRows::read);
    }

    Optional<StoredApproval> lock(UUID id) {
        return sql.sql(COLUMNS + " and approval_id = :id for update")
                .set("id", id)
                .optional(ApprovalRows::read);
    }

    /** Locks and returns the record's pending and granted approvals. */
    List<StoredApproval> lockStanding(String object, UUID record) {
        return sql.sql(COLUMNS + """
                         and object = :object and record_id = :record and state in ('PENDING', 'APPROVED')
                         order by requested_at for update
                        """)
                .set("object", object)
                .set("record", record)
                .list(ApprovalRows::read);
    }

    /**
     * Pending approvals for the caller's partner that the caller may decide, without those of records that the
     * caller has changed since they were approved last, where the process bars them.
     */
    List<StoredApproval> inbox(Caller caller, Instant since, UUID after, int limit) {
        return decidable(caller, """
                         and (requested_at, approval_id) > (:since, :after)
                         order by requested_at, approval_id limit :limit
                        """)
                .set("since", since)
                .set("after", after)
                .set("limit", limit)
                .list(ApprovalRows::read);
    }

    List<StoredApproval> decidable(Caller caller, String object, Collection<UUID> records) {
        return decidable(caller, " and object = :object and record_id = any(:records)")
                .set("object", object)
                .array("records", "uuid", records)
                .list(ApprovalRows::read);
    }

    /** Returns the approvals that changes of a record requested, in order. */
    List<StoredApproval> asked(String object, UUID record) {
        return sql.sql(COLUMNS + """
                         and object = :object and record_id = :record
                         order by requested_at, approval_id
                        """)
                .set("object", object)
                .set("record", record)
                .list(ApprovalRows::read);
    }

    private SqlStatement decidable(Caller caller, String more) {
        return sql.sql(COLUMNS + " and " + DECIDABLE + more)
                .set("partner", caller.partner())
                .set("platform", caller.isPlatform())
                .set("all", caller.may("*"))
                .set("member", caller.member())
                .array("permissions", "text", caller.permissions());
    }

    void decide(UUID id, ApprovalState state, @Nullable String reason) {
        Caller caller = TenantScope.caller();
        sql.sql("update engine.approval set state = :state where tenant_id = :tenant and approval_id = :id")
                .set("state", state)
                .set("id", id)
                .update();
        sql.sql("""
                        insert into engine.approval_decision (tenant_id, decision_id, approval_id, state, member_id,
                               member_name, reason, decided_at)
                        values (:tenant, :decision, :id, :state, :member, :name, :reason, :at)
                        """)
                .set("decision", Ids.next())
                .set("id", id)
                .set("state", state)
                .set("member", caller.member())
                .set("name", caller.name())
                .set("reason", reason)
                .set("at", clock.instant())
                .update();
    }

    List<DecisionEntry> ofRecord(String object, UUID record) {
        return sql.sql(DECISIONS
                        + " and a.object = :object and a.record_id = :record order by d.decided_at, d.decision_id")
                .set("object", object)
                .set("record", record)
                .list(ApprovalRows::decision);
    }

    List<DecisionEntry> ofApproval(UUID approval) {
        return sql.sql(DECISIONS + " and a.approval_id = :id order by d.decided_at, d.decision_id")
                .set("id", approval)
                .list(ApprovalRows::decision);
    }

    private static StoredApproval read(SqlRow row) throws SQLException {
        return new StoredApproval(
                new Approval(
                        row.uuid("approval_id"),
                        row.text("object"),
                        row.uuid("record_id"),
                        row.text("title"),
                        row.text("process"),
                        row.count("release"),
                        row.choice("state", ApprovalState.class),
                        row.uuid("requester"),
                        row.text("requester_name"),
                        row.optionalUuid("partner_id"),
                        row.instant("requested_at")),
                row.text("approver_permission"),
                row.truth("requester_may_approve"),
                row.truth("by_change"),
                Set.copyOf(row.uuids("authors")));
    }

    private static DecisionEntry decision(SqlRow row) throws SQLException {
        return new DecisionEntry(
                row.uuid("approval_id"),
                row.choice("state", ApprovalState.class),
                row.uuid("member_id"),
                row.text("member_name"),
                row.optionalText("reason"),
                row.count("release"),
                row.instant("decided_at"));
    }
}
