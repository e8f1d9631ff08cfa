package io.qudao.record.internal.slot;

import io.qudao.metadata.SlotStates.PendingSlot;
import io.qudao.sql.SqlRow;
import io.qudao.sql.TenantSql;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The progress of filling slots, stored with the records so that any node can continue where another stopped. */
@Component
public class SlotProgress {
    private final TenantSql sql;
    private final Clock clock;

    SlotProgress(TenantSql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /**
     * A pass over the records of an object.
     *
     * @param last id of the last record read; null at the beginning of a pass
     * @param isPassed whether the pass has read all records
     */
    public record Progress(@Nullable UUID last, long changed, long stuck, Instant due, boolean isPassed) {
        Progress again(Instant from) {
            return new Progress(null, 0, 0, from, false);
        }
    }

    /** Returns whether no transaction of the platform that began before is still running. */
    boolean isAlone(Instant since) {
        return sql.sql("""
                        select count(*) = 0 as alone from pg_stat_activity
                         where datname = current_database() and pid <> pg_backend_pid() and xact_start < :since
                        """).set("since", since).single(row -> row.truth("alone"));
    }

    /** Returns the progress, locked for this transaction; null if another node holds it. */
    @Nullable
    public Progress take(PendingSlot slot) {
        sql.sql("""
                        insert into engine.rec_slot_progress (tenant_id, object, slot, since, due_at)
                        values (:tenant, :object, :slot, :since, :now) on conflict do nothing
                        """)
                .setAll(key(slot))
                .set("since", slot.since())
                .set("now", clock.instant())
                .update();
        return sql.sql("""
                        select since, last_id, changed, stuck, due_at from engine.rec_slot_progress
                         where tenant_id = :tenant and object = :object and slot = :slot for update skip locked
                        """)
                .setAll(key(slot))
                .optional(row -> progress(slot, row))
                .orElse(null);
    }

    void keep(PendingSlot slot, Progress progress) {
        sql.sql("""
                        update engine.rec_slot_progress
                           set since = :since, last_id = cast(:last as uuid),
                               changed = :changed, stuck = :stuck, due_at = :due
                         where tenant_id = :tenant and object = :object and slot = :slot
                        """)
                .set("since", slot.since())
                .set("last", progress.last())
                .set("changed", progress.changed())
                .set("stuck", progress.stuck())
                .set("due", progress.due())
                .setAll(key(slot))
                .update();
    }

    void forget(PendingSlot slot) {
        sql.sql("delete from engine.rec_slot_progress where tenant_id = :tenant and object = :object and slot = :slot")
                .setAll(key(slot))
                .update();
    }

    /** Discards progress left by an earlier filling of the same column. */
    private static Progress progress(PendingSlot slot, SqlRow row) throws SQLException {
        return row.instant("since").equals(slot.since())
                ? new Progress(
                        row.optionalUuid("last_id"),
                        row.number("changed"),
                        row.number("stuck"),
                        row.instant("due_at"),
                        false)
                : new Progress(null, 0, 0, Instant.EPOCH, false);
    }

    private static Map<String, ?> key(PendingSlot slot) {
        return Map.of("object", slot.object(), "slot", slot.column());
    }
}
