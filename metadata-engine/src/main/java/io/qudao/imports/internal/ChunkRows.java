package io.qudao.imports.internal;

import io.qudao.kernel.Violation;
import io.qudao.sql.TenantSql;
import io.qudao.tenancy.TenantScope;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The SQL of staged chunks and of the violations found in their rows, in the running transaction. */
@Component
final class ChunkRows {
    private static final TypeReference<List<StagedRow>> ROWS = new TypeReference<>() {};

    private final TenantSql sql;
    /** Writes violations in batches: their arguments are arrays of different lengths, which do not form an array. */
    private final JdbcTemplate template;

    private final JsonMapper json;

    ChunkRows(TenantSql sql, JdbcTemplate template, JsonMapper json) {
        this.sql = sql;
        this.template = template;
        this.json = json;
    }

    void add(UUID job, int chunk, List<StagedRow> rows) {
        sql.sql("""
                        insert into engine.import_chunk (tenant_id, import_id, chunk, cells)
                        values (:tenant, :job, :chunk, :cells)
                        """)
                .set("job", job)
                .set("chunk", chunk)
                .set("cells", json.writerFor(ROWS).writeValueAsString(rows))
                .update();
    }

    List<StagedRow> read(UUID job, int chunk) {
        var cells = sql.sql("""
                        select cells from engine.import_chunk
                         where tenant_id = :tenant and import_id = :job and chunk = :chunk
                        """).set("job", job).set("chunk", chunk).single(row -> row.text("cells"));
        return json.readValue(cells, ROWS);
    }

    /** Writes violations that all name a row and returns the number of rows concerned. */
    long addErrors(UUID job, List<Violation> violations) {
        Map<Long, Integer> ordinals = new HashMap<>();
        var rows = violations.stream()
                .map(violation -> {
                    long row = Objects.requireNonNull(violation.row());
                    return new Object[] {
                        tenant(),
                        job,
                        row,
                        ordinals.merge(row, 1, Integer::sum),
                        violation.field(),
                        violation.code(),
                        violation.arguments().stream()
                                .map(argument -> argument.replace("\0", ""))
                                .toArray(String[]::new)
                    };
                })
                .toList();
        template.batchUpdate("""
                        insert into engine.import_error (tenant_id, import_id, row_number, ordinal, field, code, arguments)
                        values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing
                        """, rows);
        return ordinals.size();
    }

    List<Violation> errors(UUID job, long afterRow, int limit) {
        return sql.sql("""
                        select row_number, field, code, arguments from engine.import_error
                         where tenant_id = :tenant and import_id = :job and row_number > :after
                         order by row_number, ordinal limit :limit
                        """)
                .set("job", job)
                .set("after", afterRow)
                .set("limit", limit)
                .list(row -> new Violation(
                        row.text("field"), row.text("code"), row.texts("arguments"), row.number("row_number")));
    }

    /** Returns at most one batch and only whole rows, because the next page starts after the last row of this one. */
    static List<Violation> wholeRows(List<Violation> page, int limit) {
        if (page.size() < limit) {
            return page;
        }
        var last = page.getLast().row();
        var whole = page.stream()
                .filter(violation -> !Objects.equals(violation.row(), last))
                .collect(Collectors.toList());
        return whole.isEmpty() ? page : whole;
    }

    private static int tenant() {
        return TenantScope.tenant().value();
    }
}
