package io.qudao.record.internal.slot;

import io.qudao.metadata.SlotStates.PendingSlot;
import io.qudao.tenancy.TenantScope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The progress of filling slots, stored with the records so that any node can continue where another stopped. */
@Component
public class SlotProgress {
    private final JdbcClient jdbc;
    private final Clock clock;

    SlotProgress(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
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
        return jdbc.sql("""
                        select count(*) = 0 from pg_stat_activity
                         where datname = current_database() and pid <> pg_backend_pid() and xact_start < ?
                        """)
                .param(since.atOffset(ZoneOffset.UTC))
                .query(Boolean.class)
                .single();
    }

    /** Returns the progress, locked for this transaction; null if another node holds it. */
    @Nullable
    public Progress take(PendingSlot slot) {
        jdbc.sql("""
                        insert into engine.rec_slot_progress (tenant_id, object, slot, since, due_at)
                        values (?, ?, ?, ?, ?) on conflict do nothing
                        """)
                .params(TenantScope.tenant().value(), slot.object(), slot.column(), since(slot), now())
                .update();
        return jdbc.sql("""
                        select since, last_id, changed, stuck, due_at from engine.rec_slot_progress
                         where tenant_id = ? and object = ? and slot = ? for update skip locked
                        """)
                .params(TenantScope.tenant().value(), slot.object(), slot.column())
                .query((row, number) -> progress(slot, row))
                .optional()
                .orElse(null);
    }

    void keep(PendingSlot slot, Progress progress) {
        jdbc.sql("""
                        update engine.rec_slot_progress
                           set since = ?, last_id = cast(? as uuid), changed = ?, stuck = ?, due_at = ?
                         where tenant_id = ? and object = ? and slot = ?
                        """)
                .params(
                        since(slot),
                        progress.last() == null ? null : progress.last().toString(),
                        progress.changed(),
                        progress.stuck(),
                        progress.due().atOffset(ZoneOffset.UTC))
                .params(TenantScope.tenant().value(), slot.object(), slot.column())
                .update();
    }

    void forget(PendingSlot slot) {
        jdbc.sql("delete from engine.rec_slot_progress where tenant_id = ? and object = ? and slot = ?")
                .params(TenantScope.tenant().value(), slot.object(), slot.column())
                .update();
    }

    /** Discards progress left by an earlier filling of the same column. */
    private static Progress progress(PendingSlot slot, ResultSet row) throws SQLException {
        var due = row.getObject("due_at", OffsetDateTime.class).toInstant();
        boolean same = row.getObject("since", OffsetDateTime.class).isEqual(since(slot));
        return same
                ? new Progress(
                        row.getObject("last_id", UUID.class), row.getLong("changed"), row.getLong("stuck"), due, false)
                : new Progress(null, 0, 0, Instant.EPOCH, false);
    }

    private static OffsetDateTime since(PendingSlot slot) {
        return slot.since().atOffset(ZoneOffset.UTC);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
