package io.qudao.imports;

import io.qudao.kernel.CommonProblem;
import io.qudao.kernel.ProblemException;
import io.qudao.kernel.Violation;
import io.qudao.tenancy.TenantScope;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * A target with a table of its own, which counts how often each row was applied. The row {@code ghost…} is refused by a
 * violation, {@code boom…} by a failing statement, {@code clash…} by a problem, and one whose parent is not stored.
 */
@Component
class ProbeTarget implements ImportTarget {
    private final JdbcClient jdbc;
    private final Map<Integer, Consumer<List<ImportRow>>> before = new ConcurrentHashMap<>();

    ProbeTarget(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Runs before each batch of the tenant is applied. */
    void before(int tenant, Consumer<List<ImportRow>> hook) {
        before.put(tenant, hook);
    }

    @Override
    public String name() {
        return "probes";
    }

    @Override
    public String permission() {
        return "probe.edit";
    }

    @Override
    public List<ImportColumn> columns() {
        return List.of(
                ImportColumn.required("code", "编码", "SKU code"),
                ImportColumn.required("quantity", "数量", "Qty"),
                ImportColumn.optional("parent").referringTo("code"));
    }

    @Override
    public List<Violation> validate(ImportRow row) {
        var violations = new ArrayList<Violation>();
        if (row.value("code").isEmpty()) {
            violations.add(Violation.of("code", "required"));
        }
        if (!row.value("quantity").orElse("").matches("\\d{1,9}")) {
            violations.add(Violation.of("quantity", "wrong_type", "integer"));
        }
        return violations;
    }

    @Override
    public List<Violation> apply(List<ImportRow> rows, NamedKeys keys) {
        int tenant = TenantScope.tenant().value();
        before.getOrDefault(tenant, batch -> {}).accept(rows);
        var violations = new ArrayList<Violation>();
        var repeated = keys.name(rows.stream()
                .map(row -> NamedKeys.RowKey.of(row.number(), row.value("code").orElseThrow()))
                .toList());
        for (ImportRow row : rows) {
            String code = row.value("code").orElseThrow();
            var earlier = repeated.get(row.number());
            if (earlier != null) {
                var cells = new ImportCells(row);
                cells.repeats("code", earlier);
                violations.addAll(cells.violations());
            } else if (code.startsWith("ghost")) {
                violations.add(Violation.of("code", "unknown", code).inRow(row.number()));
            } else if (row.value("parent").filter(parent -> !isStored(parent)).isPresent()) {
                violations.add(Violation.of("parent", "unknown").inRow(row.number()));
            } else {
                store(tenant, code, Long.parseLong(row.value("quantity").orElseThrow()));
            }
        }
        return violations;
    }

    private boolean isStored(String code) {
        return jdbc.sql("select 1 from engine.probe where code = ?")
                .param(code)
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    private void store(int tenant, String code, long quantity) {
        if (code.startsWith("boom")) {
            jdbc.sql("select 1 / 0").query(Integer.class).single();
        }
        if (code.startsWith("clash")) {
            throw new ProblemException(CommonProblem.CONFLICT);
        }
        jdbc.sql("""
                        insert into engine.probe (tenant_id, code, quantity, times) values (?, ?, ?, 1)
                        on conflict (tenant_id, code) do update set times = probe.times + 1
                        """).params(tenant, code, quantity).update();
    }
}
