package io.qudao.imports.internal;

import io.qudao.imports.ImportRow;
import io.qudao.imports.ImportTarget;
import io.qudao.kernel.ProblemException;
import io.qudao.kernel.Violation;
import io.qudao.rest.ProblemTexts;
import io.qudao.tenancy.TenantScope;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Finds what is wrong with rows: their form, the target's rules, or a failure to store them. */
@Component
final class RowChecks {
    private static final Logger LOG = LoggerFactory.getLogger(RowChecks.class);

    /** Separates good rows from bad ones and collects the violations of the bad ones. */
    Checked check(ImportTarget target, List<String> columns, List<StagedRow> rows) {
        var good = new ArrayList<ImportRow>();
        var bad = new ArrayList<ImportRow>();
        var violations = new ArrayList<Violation>();
        for (StagedRow row : rows) {
            var read = new ImportRow(row.number(), Header.values(columns, row.cells()));
            var wrong = wrong(target, columns, row, read);
            (wrong.isEmpty() ? good : bad).add(read);
            violations.addAll(inRow(wrong, row.number()));
        }
        return new Checked(good, bad, violations);
    }

    private static List<Violation> wrong(ImportTarget target, List<String> columns, StagedRow row, ImportRow read) {
        int cells = row.cells().size();
        if (cells != columns.size()) {
            return List.of(Violation.of("", "cell_count", columns.size(), cells));
        }
        var faults = row.faults();
        if (faults == null || faults.isEmpty()) {
            return target.validate(read);
        }
        var wrong = new ArrayList<Violation>();
        new TreeMap<>(faults).forEach((place, shown) -> {
            if (!columns.get(place).isEmpty()) {
                wrong.add(Violation.of(
                        columns.get(place),
                        "unreadable_cell",
                        new CellName(place, Math.toIntExact(row.number())),
                        shown));
            }
        });
        var said = wrong.stream().map(Violation::field).collect(Collectors.toSet());
        target.validate(read).stream()
                .filter(violation -> !said.contains(violation.field()))
                .forEach(wrong::add);
        return wrong;
    }

    /** Turns the refusal of one row into violations of that row. */
    List<Violation> refusal(RuntimeException failed, long row) {
        if (!(failed instanceof ProblemException problem)) {
            LOG.error("Tenant {}: row {} of an import cannot be stored", TenantScope.tenant(), row, failed);
            return List.of(Violation.of("", "import_failed").inRow(row));
        }
        if (!problem.violations().isEmpty()) {
            return inRow(problem.violations(), row);
        }
        var code = ProblemTexts.VIOLATION_BY_PROBLEM + problem.problem().code();
        return List.of(new Violation("", code, problem.arguments(), row));
    }

    /** Returns the violations of rows that were stored, each with its row; empty if the failure is not about rows. */
    static List<Violation> ofRows(RuntimeException failed) {
        return failed instanceof ProblemException problem
                        && problem.violations().stream().allMatch(violation -> violation.row() != null)
                ? problem.violations()
                : List.of();
    }

    /** Returns the rows that none of these violations is about. */
    static List<ImportRow> without(List<ImportRow> rows, List<Violation> refused) {
        var numbers = refused.stream().map(Violation::row).collect(Collectors.toSet());
        return rows.stream().filter(row -> !numbers.contains(row.number())).toList();
    }

    static List<Violation> inRow(List<Violation> violations, long row) {
        return violations.stream()
                .map(violation -> violation.row() == null ? violation.inRow(row) : violation)
                .toList();
    }

    /**
     * Rows separated into good and bad ones.
     *
     * @param violations violations of the bad rows
     */
    record Checked(List<ImportRow> good, List<ImportRow> bad, List<Violation> violations) {
        Checked {
            good = List.copyOf(good);
            bad = List.copyOf(bad);
            violations = List.copyOf(violations);
        }
    }
}
