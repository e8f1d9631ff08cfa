package io.qudao.imports.internal;

import io.qudao.imports.ImportColumn;
import io.qudao.imports.ImportRow;
import io.qudao.kernel.Violation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Collects what a target finds wrong with the rows of one file. A reference to a row that is in the file but is bad
 * itself is not reported: once that row is mended the reference may be right.
 */
final class FileFaults {
    private static final String UNKNOWN = "unknown";

    private final Map<String, String> references = new LinkedHashMap<>();
    private final Set<Name> missing = new HashSet<>();
    private final List<Violation> violations = new ArrayList<>();

    FileFaults(List<ImportColumn> columns) {
        for (ImportColumn column : columns) {
            var named = column.refersTo();
            if (named != null) {
                references.put(column.name(), named);
            }
        }
    }

    /** Adds rows that other rows may refer to and that are not stored for another reason. */
    void leaveOut(Collection<ImportRow> rows) {
        rows.forEach(row -> names(row).forEach(missing::add));
    }

    /** @param found violations of these rows, each with its row */
    void add(List<ImportRow> rows, List<Violation> found) {
        var byNumber = rows.stream().collect(Collectors.toMap(ImportRow::number, Function.identity()));
        var open = found.stream()
                .map(violation -> new Fault(violation, byNumber.get(violation.row())))
                .toList();
        var before = List.<Fault>of();
        while (open.size() != before.size()) {
            before = open;
            var waiting = open.stream().flatMap(fault -> names(fault.row())).collect(Collectors.toSet());
            open = open.stream().filter(fault -> !isSettled(fault, waiting)).toList();
        }
        open.forEach(fault -> violations.add(fault.violation()));
        leaveOut(open.stream().flatMap(fault -> Stream.ofNullable(fault.row())).toList());
    }

    /** Rows that refer to each other in a circle are held back to the end and then reported. */
    private boolean isSettled(Fault fault, Set<Name> waiting) {
        var named = named(fault);
        boolean follows = named.filter(missing::contains).isPresent();
        if (!follows && named.filter(waiting::contains).isPresent()) {
            return false;
        }
        if (!follows) {
            violations.add(fault.violation());
        }
        names(fault.row()).forEach(missing::add);
        return true;
    }

    List<Violation> violations() {
        return List.copyOf(violations);
    }

    int size() {
        return violations.size();
    }

    /** Returns the names by which other rows may refer to this row. */
    private Stream<Name> names(@Nullable ImportRow row) {
        return row == null
                ? Stream.empty()
                : references.values().stream().flatMap(column -> name(row, column, column).stream());
    }

    /** Returns the reference for which the row is refused. */
    private Optional<Name> named(Fault fault) {
        var column = references.get(fault.violation().field());
        return fault.row() == null
                        || column == null
                        || !fault.violation().code().equals(UNKNOWN)
                ? Optional.empty()
                : name(fault.row(), fault.violation().field(), column);
    }

    private static Optional<Name> name(ImportRow row, String cell, String column) {
        return row.value(cell).map(value -> new Name(column, value));
    }

    private record Name(String column, String value) {}

    private record Fault(Violation violation, @Nullable ImportRow row) {}
}
