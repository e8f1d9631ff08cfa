package io.qudao.approval.internal;

import io.qudao.approval.Approval;
import io.qudao.approval.ApprovalState;
import io.qudao.approval.DecisionEntry;
import io.qudao.kernel.Ids;
import io.qudao.tenancy.Caller;
import io.qudao.tenancy.TenantScope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
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

    private final JdbcClient jdbc;
    private final Clock clock;

    ApprovalRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Returns false if an approval of the same record is already pending. */
    boolean add(StoredApproval stored) {
        var approval = stored.approval();
        return jdbc.sql("""
                        insert into engine.approval (tenant_id, approval_id, object, record_id, title, process, release,
                               approver_permission, requester_may_approve, state, requester, requester_name, partner_id,
                               requested_at)
                        values (:tenant, :id, :object, :record, :title, :process, :release,
                               :permission, :own, :state, :requester, :name, :partner, :at)
                        on conflict (tenant_id, object, record_id) where state = 'PENDING' do nothing
                        """)
                        .param("tenant", tenant())
                        .param("id", approval.id())
                        .param("object", approval.object())
                        .param("record", approval.record())
                        .param("title", approval.title())
                        .param("process", approval.process())
                        .param("release", approval.release())
                        .param("permission", stored.permission())
                        .param("own", stored.requesterMayApprove())
                        .param("state", approval.state().name())
                        .param("requester", approval.requester())
                        .param("name", approval.requesterName())
                        .param("partner", approval.partner())
                        .param("at", Timestamp.from(approval.requestedAt()))
                        .update()
                > 0;
    }

    Optional<StoredApproval> find(UUID id) {
        return jdbc.sql(COLUMNS + " and approval_id = :id")
                .param("tenant", tenant())
                .param("id", id)
                .query(ApprovalRows::read)
                .optional();
    }

    Optional<StoredApproval> lock(UUID id) {
        return jdbc.sql(COLUMNS + " and approval_id = :id for update")
                .param("tenant", tenant())
                .param("id", id)
                .query(ApprovalRows::read)
                .optional();
    }

    /** Locks and returns the record's pending and granted approvals. */
    List<StoredApproval> lockStanding(String object, UUID record) {
        return jdbc.sql(COLUMNS + """
                         and object = :object and record_id = :record and state in ('PENDING', 'APPROVED')
                         order by requested_at for update
                        """)
                .param("tenant", tenant())
                .param("object", object)
                .param("record", record)
                .query(ApprovalRows::read)
                .list();
    }

    /**
     * Pending approvals for the caller's partner that the caller may decide, without those of records that the
     * caller has changed since they were approved last, where the process bars them.
     */
    List<StoredApproval> inbox(Caller caller, Instant since, UUID after, int limit) {
        return jdbc.sql(COLUMNS + """
                         and\s""" + DECIDABLE + """
                         and (requested_at, approval_id) > (:since, :after)
                         order by requested_at, approval_id limit :limit
                        """)
                .param("tenant", tenant())
                .params(decider(caller))
                .param("since", Timestamp.from(since))
                .param("after", after)
                .param("limit", limit)
                .query(ApprovalRows::read)
                .list();
    }

    List<StoredApproval> decidable(Caller caller, String object, Collection<UUID> records) {
        return jdbc.sql(COLUMNS + " and object = :object and record_id = any(:records) and " + DECIDABLE)
                .param("tenant", tenant())
                .params(decider(caller))
                .param("object", object)
                .param("records", records.toArray(UUID[]::new))
                .query(ApprovalRows::read)
                .list();
    }

    /** Returns the approvals that changes of a record requested, in order. */
    List<StoredApproval> asked(String object, UUID record) {
        return jdbc.sql(COLUMNS + """
                         and object = :object and record_id = :record
                         order by requested_at, approval_id
                        """)
                .param("tenant", tenant())
                .param("object", object)
                .param("record", record)
                .query(ApprovalRows::read)
                .list();
    }

    private static Map<String, @Nullable Object> decider(Caller caller) {
        var decider = new HashMap<String, @Nullable Object>();
        decider.put("partner", caller.partner());
        decider.put("platform", caller.isPlatform());
        decider.put("all", caller.may("*"));
        decider.put("permissions", caller.permissions().toArray(String[]::new));
        decider.put("member", caller.member());
        return decider;
    }

    void decide(UUID id, ApprovalState state, @Nullable String reason) {
        Caller caller = TenantScope.caller();
        jdbc.sql("update engine.approval set state = ? where tenant_id = ? and approval_id = ?")
                .params(state.name(), tenant(), id)
                .update();
        jdbc.sql("""
                        insert into engine.approval_decision (tenant_id, decision_id, approval_id, state, member_id,
                               member_name, reason, decided_at)
                        values (:tenant, :decision, :id, :state, :member, :name, :reason, :at)
                        """)
                .param("tenant", tenant())
                .param("decision", Ids.next())
                .param("id", id)
                .param("state", state.name())
                .param("member", caller.member())
                .param("name", caller.name())
                .param("reason", reason)
                .param("at", Timestamp.from(clock.instant()))
                .update();
    }

    List<DecisionEntry> ofRecord(String object, UUID record) {
        return jdbc.sql(DECISIONS
                        + " and a.object = :object and a.record_id = :record order by d.decided_at, d.decision_id")
                .param("tenant", tenant())
                .param("object", object)
                .param("record", record)
                .query(ApprovalRows::decision)
                .list();
    }

    List<DecisionEntry> ofApproval(UUID approval) {
        return jdbc.sql(DECISIONS + " and a.approval_id = :id order by d.decided_at, d.decision_id")
                .param("tenant", tenant())
                .param("id", approval)
                .query(ApprovalRows::decision)
                .list();
    }

    private static StoredApproval read(ResultSet row, int number) throws SQLException {
        return new StoredApproval(
                new Approval(
                        row.getObject("approval_id", UUID.class),
                        row.getString("object"),
                        row.getObject("record_id", UUID.class),
                        row.getString("title"),
                        row.getString("process"),
                        row.getInt("release"),
                        ApprovalState.valueOf(row.getString("state")),
                        row.getObject("requester", UUID.class),
                        row.getString("requester_name"),
                        row.getObject("partner_id", UUID.class),
                        row.getTimestamp("requested_at").toInstant()),
                row.getString("approver_permission"),
                row.getBoolean("requester_may_approve"),
                row.getBoolean("by_change"),
                Set.of((UUID[]) row.getArray("authors").getArray()));
    }

    private static DecisionEntry decision(ResultSet row, int number) throws SQLException {
        return new DecisionEntry(
                row.getObject("approval_id", UUID.class),
                ApprovalState.valueOf(row.getString("state")),
                row.getObject("member_id", UUID.class),
                row.getString("member_name"),
                row.getString("reason"),
                row.getInt("release"),
                row.getTimestamp("decided_at").toInstant());
    }

    private static int tenant() {
        return TenantScope.tenant().value();
    }
}
