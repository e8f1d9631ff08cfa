package io.qudao.imports.internal;

import io.qudao.imports.ImportJob;
import io.qudao.imports.ImportMode;
import io.qudao.imports.ImportRequest;
import io.qudao.imports.ImportState;
import io.qudao.sql.SqlRow;
import io.qudao.sql.TenantSql;
import io.qudao.tenancy.Caller;
import io.qudao.tenancy.TenantScope;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The SQL of import jobs, in the running transaction. */
@Component
final class JobRows {
    private static final String OPEN = """
            select import_id, target, mode, state, member_id, partner_id, columns, rows_total, chunks, next_chunk, next_row, bad
              from engine.import_job where tenant_id = :tenant and ended_at is null
            """;
    private static final String SEEN = """
            select import_id, target, mode, state, file_name, encoding, rows_total, checked, stored, bad, ignored, started_at, ended_at,
                   (select p.stored from engine.import_progress p
                     where p.tenant_id = j.tenant_id and p.import_id = j.import_id) as progress
              from engine.import_job j where tenant_id = :tenant
            """;

    private final TenantSql sql;
    private final Clock clock;

    JobRows(TenantSql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    void add(UUID id, ImportRequest request, String digest, Header header) {
        Caller caller = TenantScope.caller();
        sql.sql("""
                        insert into engine.import_job (tenant_id, import_id, target, mode, state, file_name, digest,
                               member_id, partner_id, columns, ignored, started_at)
                        values (:tenant, :id, :target, :mode, 'RUNNING', :file, :digest,
                               :member, :partner, :columns, :ignored, :now)
                        """)
                .set("id", id)
                .set("target", request.target())
                .set("mode", request.mode())
                .set("file", request.fileName())
                .set("digest", digest)
                .set("member", caller.member())
                .set("partner", caller.partner())
                .array("columns", "text", header.columns())
                .array("ignored", "text", header.ignored())
                .set("now", clock.instant())
                .update();
    }

    /** Returns whether a file of the partner acted for, of late, has stored rows or may still do so. */
    boolean hasStored(String target, String digest, Duration within) {
        return sql.sql("""
                        select 1 from engine.import_job
                         where tenant_id = :tenant and started_at > :since and target = :target and digest = :digest
                           and partner_id is not distinct from cast(:partner as uuid) and (ended_at is null or stored > 0)
                         limit 1
                        """)
                .set("since", clock.instant().minus(within))
                .set("target", target)
                .set("digest", digest)
                .set("partner", TenantScope.caller().partner())
                .any();
    }

    void setSize(UUID id, long rows, int chunks, @Nullable String encoding) {
        sql.sql("""
                        update engine.import_job set rows_total = :rows, chunks = :chunks, encoding = :encoding
                         where tenant_id = :tenant and import_id = :id
                        """)
                .set("rows", rows)
                .set("chunks", chunks)
                .set("encoding", encoding)
                .set("id", id)
                .update();
    }

    Optional<OpenJob> oldestOpen() {
        return sql.sql(OPEN + " order by import_id limit 1").optional(JobRows::open);
    }

    /** Locks the job for this transaction; empty while another transaction holds it or if it has ended. */
    Optional<OpenJob> lock(UUID id) {
        return sql.sql(OPEN + " and import_id = :id for update skip locked")
                .set("id", id)
                .optional(JobRows::open);
    }

    void advance(UUID id, Progress progress) {
        sql.sql("""
                        update engine.import_job set next_chunk = :chunk, next_row = :row, checked = checked + :checked,
                               bad = bad + :bad, stored = stored + :stored
                         where tenant_id = :tenant and import_id = :id
                        """)
                .set("id", id)
                .set("chunk", progress.nextChunk())
                .set("row", progress.nextRow())
                .set("checked", progress.checked())
                .set("bad", progress.bad())
                .set("stored", progress.stored())
                .update();
    }

    void setState(UUID id, ImportState state) {
        sql.sql("""
                        update engine.import_job set state = :state, next_chunk = 0, next_row = 0, ended_at = :ended
                         where tenant_id = :tenant and import_id = :id
                        """)
                .set("id", id)
                .set("state", state)
                .set("ended", state.isFinal() ? clock.instant() : null)
                .update();
        if (state.isFinal()) {
            delete("engine.import_chunk", id);
            delete("engine.import_cancel", id);
            delete("engine.import_key", id);
            delete("engine.import_progress", id);
        }
    }

    /** Records, in its own transaction, how many rows of a whole file are stored so far. */
    void tellProgress(UUID id, long stored) {
        sql.sql("""
                        insert into engine.import_progress (tenant_id, import_id, stored) values (:tenant, :id, :stored)
                        on conflict (tenant_id, import_id) do update set stored = excluded.stored
                        """).set("id", id).set("stored", stored).update();
    }

    void wishCancelled(UUID id) {
        sql.sql("insert into engine.import_cancel (tenant_id, import_id) values (:tenant, :id) on conflict do nothing")
                .set("id", id)
                .update();
    }

    boolean isCancelWished(UUID id) {
        return sql.sql("select 1 from engine.import_cancel where tenant_id = :tenant and import_id = :id")
                .set("id", id)
                .any();
    }

    /** @param member the member the job must belong to, or null for any */
    Optional<ImportJob> find(UUID id, @Nullable UUID member) {
        return sql.sql(SEEN + " and import_id = :id and (cast(:member as uuid) is null or member_id = :member)")
                .set("id", id)
                .set("member", member)
                .optional(JobRows::seen);
    }

    List<ImportJob> latest(@Nullable UUID member, int limit) {
        return sql.sql(SEEN + """
                         and (cast(:member as uuid) is null or member_id = :member)
                         order by started_at desc, import_id desc limit :limit
                        """).set("member", member).set("limit", limit).list(JobRows::seen);
    }

    private void delete(String table, UUID id) {
        sql.sql("delete from " + table + " where tenant_id = :tenant and import_id = :id")
                .set("id", id)
                .update();
    }

    private static OpenJob open(SqlRow row) throws SQLException {
        return new OpenJob(
                row.uuid("import_id"),
                row.text("target"),
                row.choice("mode", ImportMode.class),
                row.choice("state", ImportState.class),
                row.uuid("member_id"),
                row.optionalUuid("partner_id"),
                row.texts("columns"),
                row.number("rows_total"),
                row.count("chunks"),
                row.count("next_chunk"),
                row.count("next_row"),
                row.number("bad"));
    }

    private static ImportJob seen(SqlRow row) throws SQLException {
        return new ImportJob(
                row.uuid("import_id"),
                row.text("target"),
                row.choice("mode", ImportMode.class),
                row.choice("state", ImportState.class),
                row.text("file_name"),
                row.optionalText("encoding"),
                row.number("rows_total"),
                row.number("checked"),
                Math.max(row.number("stored"), row.number("progress")),
                row.number("stored"),
                row.number("bad"),
                row.texts("ignored"),
                row.instant("started_at"),
                row.optionalInstant("ended_at"));
    }

    /** The progress of a transaction. */
    record Progress(int nextChunk, int nextRow, long checked, long bad, long stored) {}
}
