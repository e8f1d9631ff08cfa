package io.qudao.imports.internal;

import io.qudao.kernel.Violation;
import io.qudao.tenancy.TenantScope;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The SQL of staged chunks and of the violations found in their rows, in the running transaction. */
@Component
final class ChunkRows {
    private static final TypeReference<List<StagedRow>> ROWS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JdbcTemplate template;
    private final JsonMapper json;

    ChunkRows(JdbcClient jdbc, JdbcTemplate template, JsonMapper json) {
        this.jdbc = jdbc;
        this.template = template;
        this.json = json;
    }

    void add(UUID job, int chunk, List<StagedRow> rows) {
        jdbc.sql("insert into engine.import_chunk (tenant_id, import_id, chunk, cells) values (?, ?, ?, ?)")
                .params(tenant(), job, chunk, json.writerFor(ROWS).writeValueAsString(rows))
                .update();
    }

    List<StagedRow> read(UUID job, int chunk) {
        var cells = jdbc.sql(
                        "select cells from engine.import_chunk where tenant_id = ? and import_id = ? and chunk = ?")
                .params(tenant(), job, chunk)
                .query(String.class)
                .single();
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
        return jdbc.sql("""
                        select row_number, field, code, arguments from engine.import_error
                         where tenant_id = ? and import_id = ? and row_number > ? order by row_number, ordinal limit ?
                        """)
                .params(tenant(), job, afterRow, limit)
                .query((row, number) -> new Violation(
                        row.getString("field"),
                        row.getString("code"),
                        List.of((String[]) row.getArray("arguments").getArray()),
                        row.getLong("row_number")))
                .list();
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
