package io.qudao.approval.internal;

import io.qudao.approval.Approval;
import io.qudao.approval.ApprovalProblems;
import io.qudao.approval.ApprovalRequest;
import io.qudao.approval.ApprovalState;
import io.qudao.approval.DecisionEntry;
import io.qudao.kernel.Ids;
import io.qudao.kernel.ProblemException;
import io.qudao.metadata.ApprovalProcess;
import io.qudao.tenancy.TenantScope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** Approvals in SQL. */
@Component
class ApprovalRows {
    private static final String SELECT = "select * from engine.approval where tenant_id = :tenant and ";

    private final JdbcClient jdbc;
    private final Clock clock;

    ApprovalRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A new run; one of the same record that still waits becomes void in the same statement. */
    UUID insert(ApprovalRequest request, ApprovalProcess process, int release) {
        var id = Ids.next();
        if (waits(request)) {
            makeVoid(request.object(), request.record(), null);
        }
        statement("""
                        insert into engine.approval (tenant_id, id, object, record_id, title, process, release,
                            approver_permission, requester_may_approve, state, partner_id, requester_id, requester_name,
                            requested_at)
                        values (:tenant, :id, :object, :record, :title, :process, :release, :permission, :mayApprove,
                            'PENDING', :partner, :member, :memberName, :now)
                        """)
                .param("id", id)
                .param("object", request.object())
                .param("record", request.record())
                .param("title", request.title())
                .param("process", process.name())
                .param("release", release)
                .param("permission", process.approverPermission())
                .param("mayApprove", process.requesterMayApprove())
                .param("partner", request.partner())
                .update();
        return id;
    }

    Optional<Waiting> lock(UUID id) {
        return jdbc.sql(SELECT + "id = :id and state = 'PENDING' for no key update")
                .param("tenant", TenantScope.tenant().value())
                .param("id", id)
                .query((row, number) -> waiting(row))
                .optional();
    }

    Optional<Waiting> lockWaiting(String object, UUID record) {
        return jdbc.sql(SELECT + "object = :object and record_id = :record and state = 'PENDING' for no key update")
                .param("tenant", TenantScope.tenant().value())
                .param("object", object)
                .param("record", record)
                .query((row, number) -> waiting(row))
                .optional();
    }

    Approval get(UUID id) {
        return jdbc.sql(SELECT + "id = :id")
                .param("tenant", TenantScope.tenant().value())
                .param("id", id)
                .query((row, number) -> approval(row))
                .optional()
                .orElseThrow(() -> new ProblemException(ApprovalProblems.NOTHING_WAITS));
    }

    /** Waiting for members of this partner, or of any; the oldest first. */
    List<Waiting> waiting(@Nullable UUID partner, int limit) {
        return jdbc.sql(
                        SELECT
                                + "state = 'PENDING' and (partner_id is null or partner_id = :partner) order by id limit :limit")
                .param("tenant", TenantScope.tenant().value())
                .param("partner", partner)
                .param("limit", limit)
                .query((row, number) -> waiting(row))
                .list();
    }

    List<DecisionEntry> history(String object, UUID record) {
        return jdbc.sql(SELECT + "object = :object and record_id = :record and state <> 'PENDING' order by id")
                .param("tenant", TenantScope.tenant().value())
                .param("object", object)
                .param("record", record)
                .query((row, number) -> entry(row))
                .list();
    }

    void decide(UUID id, ApprovalState state, @Nullable String reason) {
        statement("""
                        update engine.approval set state = :state, reason = :reason, decider_id = :member,
                            decider_name = :memberName, decided_at = :now
                        where tenant_id = :tenant and id = :id and state = 'PENDING'
                        """)
                .param("id", id)
                .param("state", state.name())
                .param("reason", reason)
                .update();
    }

    void makeVoid(String object, UUID record, @Nullable String reason) {
        statement("""
                        update engine.approval set state = 'VOID', reason = :reason, decider_id = :member,
                            decider_name = :memberName, decided_at = :now
                        where tenant_id = :tenant and object = :object and record_id = :record
                          and state in ('PENDING', 'APPROVED')
                        """)
                .param("object", object)
                .param("record", record)
                .param("reason", reason)
                .update();
    }

    private boolean waits(ApprovalRequest request) {
        return lockWaiting(request.object(), request.record()).isPresent();
    }

    private StatementSpec statement(String sql) {
        var caller = TenantScope.caller();
        return jdbc.sql(sql)
                .param("tenant", caller.tenant().id().value())
                .param("member", caller.member())
                .param("memberName", caller.name())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC));
    }

    private static Waiting waiting(ResultSet row) throws SQLException {
        return new Waiting(
                approval(row), row.getString("approver_permission"), row.getBoolean("requester_may_approve"));
    }

    private static Approval approval(ResultSet row) throws SQLException {
        return new Approval(
                row.getObject("id", UUID.class),
                row.getString("object"),
                row.getObject("record_id", UUID.class),
                row.getString("title"),
                row.getString("process"),
                row.getInt("release"),
                ApprovalState.valueOf(row.getString("state")),
                row.getObject("requester_id", UUID.class),
                row.getString("requester_name"),
                row.getObject("partner_id", UUID.class),
                row.getObject("requested_at", OffsetDateTime.class).toInstant());
    }

    private static DecisionEntry entry(ResultSet row) throws SQLException {
        return new DecisionEntry(
                row.getObject("id", UUID.class),
                ApprovalState.valueOf(row.getString("state")),
                row.getObject("decider_id", UUID.class),
                row.getString("decider_name"),
                row.getString("reason"),
                row.getInt("release"),
                row.getObject("decided_at", OffsetDateTime.class).toInstant());
    }

    /** An approval that waits, with the rule it was started under. */
    record Waiting(Approval approval, String permission, boolean requesterMayApprove) {}
}
