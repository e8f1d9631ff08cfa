package io.qudao.imports.internal;

import io.qudao.imports.ImportJob;
import io.qudao.imports.ImportMode;
import io.qudao.imports.ImportRequest;
import io.qudao.imports.ImportState;
import io.qudao.tenancy.Caller;
import io.qudao.tenancy.TenantScope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
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

    private final JdbcClient jdbc;
    private final Clock clock;

    JobRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void add(UUID id, ImportRequest request, String digest, Header header) {
        Caller caller = TenantScope.caller();
        jdbc.sql("""
                        insert into engine.import_job (tenant_id, import_id, target, mode, state, file_name, digest,
                               member_id, partner_id, columns, ignored, started_at)
                        values (:tenant, :id, :target, :mode, 'RUNNING', :file, :digest,
                               :member, :partner, :columns, :ignored, :now)
                        """)
                .param("tenant", tenant())
                .param("id", id)
                .param("target", request.target())
                .param("mode", request.mode().name())
                .param("file", request.fileName())
                .param("digest", digest)
                .param("member", caller.member())
                .param("partner", caller.partner())
                .param("columns", header.columns().toArray(String[]::new))
                .param("ignored", header.ignored().toArray(String[]::new))
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    /** Returns whether a file of the partner acted for, of late, has stored rows or may still do so. */
    boolean hasStored(String target, String digest, Duration within) {
        return jdbc.sql("""
                        select 1 from engine.import_job
                         where tenant_id = :tenant and started_at > :since and target = :target and digest = :digest
                           and partner_id is not distinct from cast(:partner as uuid) and (ended_at is null or stored > 0)
                         limit 1
                        """)
                .param("tenant", tenant())
                .param("since", Timestamp.from(clock.instant().minus(within)))
                .param("target", target)
                .param("digest", digest)
                .param("partner", TenantScope.caller().partner())
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    void setSize(UUID id, long rows, int chunks, @Nullable String encoding) {
        jdbc.sql("""
                        update engine.import_job set rows_total = ?, chunks = ?, encoding = ?
                         where tenant_id = ? and import_id = ?
                        """).params(rows, chunks, encoding, tenant(), id).update();
    }

    Optional<OpenJob> oldestOpen() {
        return jdbc.sql(OPEN + " order by import_id limit 1")
                .param("tenant", tenant())
                .query(JobRows::open)
                .optional();
    }

    /** Locks the job for this transaction; empty while another transaction holds it or if it has ended. */
    Optional<OpenJob> lock(UUID id) {
        return jdbc.sql(OPEN + " and import_id = :id for update skip locked")
                .param("tenant", tenant())
                .param("id", id)
                .query(JobRows::open)
                .optional();
    }

    void advance(UUID id, Progress progress) {
        jdbc.sql("""
                        update engine.import_job set next_chunk = :chunk, next_row = :row, checked = checked + :checked,
                               bad = bad + :bad, stored = stored + :stored
                         where tenant_id = :tenant and import_id = :id
                        """)
                .param("tenant", tenant())
                .param("id", id)
                .param("chunk", progress.nextChunk())
                .param("row", progress.nextRow())
                .param("checked", progress.checked())
                .param("bad", progress.bad())
                .param("stored", progress.stored())
                .update();
    }

    void setState(UUID id, ImportState state) {
        jdbc.sql("""
                        update engine.import_job set state = :state, next_chunk = 0, next_row = 0, ended_at = :ended
                         where tenant_id = :tenant and import_id = :id
                        """)
                .param("tenant", tenant())
                .param("id", id)
                .param("state", state.name())
                .param("ended", state.isFinal() ? Timestamp.from(clock.instant()) : null)
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
        jdbc.sql("""
                        insert into engine.import_progress (tenant_id, import_id, stored) values (?, ?, ?)
                        on conflict (tenant_id, import_id) do update set stored = excluded.stored
                        """).params(tenant(), id, stored).update();
    }

    void wishCancelled(UUID id) {
        jdbc.sql("insert into engine.import_cancel (tenant_id, import_id) values (?, ?) on conflict do nothing")
                .params(tenant(), id)
                .update();
    }

    boolean isCancelWished(UUID id) {
        return jdbc.sql("select 1 from engine.import_cancel where tenant_id = ? and import_id = ?")
                .params(tenant(), id)
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    /** @param member the member the job must belong to, or null for any */
    Optional<ImportJob> find(UUID id, @Nullable UUID member) {
        return jdbc.sql(SEEN + " and import_id = :id and (cast(:member as uuid) is null or member_id = :member)")
                .param("tenant", tenant())
                .param("id", id)
                .param("member", member)
                .query(JobRows::seen)
                .optional();
    }

    List<ImportJob> latest(@Nullable UUID member, int limit) {
        return jdbc.sql(SEEN + """
                         and (cast(:member as uuid) is null or member_id = :member)
                         order by started_at desc, import_id desc limit :limit
                        """)
                .param("tenant", tenant())
                .param("member", member)
                .param("limit", limit)
                .query(JobRows::seen)
                .list();
    }

    private void delete(String table, UUID id) {
        jdbc.sql("delete from " + table + " where tenant_id = ? and import_id = ?")
                .params(tenant(), id)
                .update();
    }

    private static OpenJob open(ResultSet row, int number) throws SQLException {
        return new OpenJob(
                row.getObject("import_id", UUID.class),
                row.getString("target"),
                ImportMode.valueOf(row.getString("mode")),
                ImportState.valueOf(row.getString("state")),
                row.getObject("member_id", UUID.class),
                row.getObject("partner_id", UUID.class),
                texts(row, "columns"),
                row.getLong("rows_total"),
                row.getInt("chunks"),
                row.getInt("next_chunk"),
                row.getInt("next_row"),
                row.getLong("bad"));
    }

    private static ImportJob seen(ResultSet row, int number) throws SQLException {
        var ended = row.getTimestamp("ended_at");
        return new ImportJob(
                row.getObject("import_id", UUID.class),
                row.getString("target"),
                ImportMode.valueOf(row.getString("mode")),
                ImportState.valueOf(row.getString("state")),
                row.getString("file_name"),
                row.getString("encoding"),
                row.getLong("rows_total"),
                row.getLong("checked"),
                Math.max(row.getLong("stored"), row.getLong("progress")),
                row.getLong("stored"),
                row.getLong("bad"),
                texts(row, "ignored"),
                row.getTimestamp("started_at").toInstant(),
                ended == null ? null : ended.toInstant());
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }

    /** The progress of a transaction. */
    record Progress(int nextChunk, int nextRow, long checked, long bad, long stored) {}

    private static int tenant() {
        return TenantScope.tenant().value();
    }
}
