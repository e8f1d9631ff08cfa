package io.qudao.approval.internal;

import io.qudao.approval.ApprovalState;
import io.qudao.kernel.Ids;
import io.qudao.sql.TenantSql;
import io.qudao.tenancy.TenantScope;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The SQL for the approvals of many records of one object; each step is one statement. */
@Component
final class ApprovalBatch {
    private final TenantSql sql;
    private final Clock clock;

    ApprovalBatch(TenantSql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** Returns the state of the latest approval of each record; records that never had one are absent. */
    Map<UUID, ApprovalState> last(String object, Collection<UUID> records) {
        var states = new HashMap<UUID, ApprovalState>();
        if (!records.isEmpty()) {
            sql.sql("""
                            select distinct on (record_id) record_id, state from engine.approval
                             where tenant_id = :tenant and object = :object and record_id = any(:records)
                             order by record_id, requested_at desc, approval_id desc
                            """)
                    .set("object", object)
                    .array("records", "uuid", records)
                    .each(row -> states.put(row.uuid("record_id"), row.choice("state", ApprovalState.class)));
        }
        return states;
    }

    /** Voids the approvals of these records that are in one of these states, in the caller's name. */
    void close(String object, Collection<UUID> records, Set<ApprovalState> states) {
        if (records.isEmpty()) {
            return;
        }
        var caller = TenantScope.caller();
        sql.sql("""
                        with closed as (
                            update engine.approval set state = 'VOID'
                             where tenant_id = :tenant and object = :object and record_id = any(:records)
                               and state = any(:states)
                            returning approval_id)
                        insert into engine.approval_decision (tenant_id, decision_id, approval_id, state, member_id,
                               member_name, decided_at)
                        select :tenant, uuidv7(), approval_id, 'VOID', :member, :name, :at from closed
                        """)
                .set("object", object)
                .array("records", "uuid", records)
                .array("states", "text", states, Enum::name)
                .set("member", caller.member())
                .set("name", caller.name())
                .set("at", clock.instant())
                .update();
    }

    /**
     * Requests an approval of each of these records in the caller's name.
     *
     * @param asked records without a pending approval
     */
    void add(String object, int release, Collection<Asked> asked) {
        if (asked.isEmpty()) {
            return;
        }
        var caller = TenantScope.caller();
        sql.sql("""
                        insert into engine.approval (tenant_id, approval_id, object, record_id, title, process, release,
                               approver_permission, requester_may_approve, state, requester, requester_name, requested_at,
                               by_change)
                        select :tenant, a.id, :object, a.record, a.title, a.process, :release,
                               a.permission, a.own, 'PENDING', :member, :name, :at, true
                          from unnest(:ids, :records, :titles, :processes, :permissions, :own)
                               as a (id, record, title, process, permission, own)
                        on conflict (tenant_id, object, record_id) where state = 'PENDING' do nothing
                        """)
                .set("object", object)
                .set("release", release)
                .array("ids", "uuid", asked, each -> Ids.next())
                .array("records", "uuid", asked, Asked::record)
                .array("titles", "text", asked, Asked::title)
                .array("processes", "text", asked, each -> each.process().name())
                .array("permissions", "text", asked, each -> each.process().approverPermission())
                .array("own", "bool", asked, each -> each.process().requesterMayApprove())
                .set("member", caller.member())
                .set("name", caller.name())
                .set("at", clock.instant())
                .update();
    }
}
