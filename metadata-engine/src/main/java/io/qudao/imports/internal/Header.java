package io.qudao.imports.internal;

import io.qudao.imports.ImportColumn;
import io.qudao.kernel.ProblemException;
import io.qudao.kernel.TextForm;
import io.qudao.kernel.Violation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Maps the cells of a row to columns.
 *
 * @param columns column names by position, empty where the heading matches no column
 * @param ignored headings that match no column
 */
record Header(List<String> columns, List<String> ignored) {
    private static final int LONGEST = 300;

    static Header of(List<String> headings, List<ImportColumn> wanted) {
        var byHeading = new HashMap<String, String>();
        for (ImportColumn column : wanted) {
            Stream.concat(Stream.of(column.name()), column.aliases().stream())
                    .forEach(name -> byHeading.put(key(name), column.name()));
        }
        var columns = headings.stream()
                .map(heading -> byHeading.getOrDefault(key(heading), ""))
                .toList();
        var violations = violations(columns, headings, wanted);
        ProblemException.failIfAny(ImportProblem.WRONG_HEADER, violations);
        var ignored = new ArrayList<String>();
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).isEmpty() && !headings.get(i).isBlank()) {
                ignored.add(headings.get(i).strip());
            }
        }
        return new Header(columns, ignored);
    }

    /** Returns a row's values by column; missing cells are left out. */
    static Map<String, String> values(List<String> columns, List<String> cells) {
        var values = new HashMap<String, String>();
        for (int i = 0; i < Math.min(columns.size(), cells.size()); i++) {
            String value = TextForm.strip(TextForm.of(cells.get(i)));
            if (!columns.get(i).isEmpty() && !value.isEmpty()) {
                values.put(columns.get(i), value);
            }
        }
        return values;
    }

    private static List<Violation> violations(List<String> columns, List<String> headings, List<ImportColumn> wanted) {
        var violations = new ArrayList<Violation>();
        var seen = new HashSet<String>();
        for (String column : columns) {
            if (!column.isEmpty() && !seen.add(column)) {
                violations.add(Violation.of(column, "duplicate_column", column).inRow(1));
            }
        }
        wanted.stream()
                .filter(column -> column.required() && !seen.contains(column.name()))
                .map(column -> Violation.of(column.name(), "missing_column", column.name(), found(headings)))
                .map(violation -> violation.inRow(1))
                .forEach(violations::add);
        return violations;
    }

    private static String found(List<String> headings) {
        String all = String.join(", ", headings);
        return all.substring(0, Math.min(all.length(), LONGEST));
    }

    private static String key(String heading) {
        return TextForm.strip(TextForm.of(heading)).toLowerCase(Locale.ROOT);
    }
}
