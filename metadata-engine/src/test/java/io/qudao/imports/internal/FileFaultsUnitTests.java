package io.qudao.imports.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.qudao.imports.ImportColumn;
import io.qudao.imports.ImportRow;
import io.qudao.kernel.Violation;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FileFaultsUnitTests {
    private final FileFaults faults = new FileFaults(List.of(
            ImportColumn.required("code"),
            ImportColumn.optional("parent").referringTo("code"),
            ImportColumn.optional("group")));

    @Test
    void leavesOutThatRowsNameABadRow() {
        faults.leaveOut(List.of(row(2, "top", "")));
        faults.add(List.of(row(3, "mid", "top")), List.of(unknown(3)));
        faults.add(List.of(row(4, "leaf", "mid")), List.of(unknown(4)));
        assertThat(rows()).isEmpty();
    }

    @Test
    void leavesItOutInAnyOrderOfRows() {
        faults.add(
                List.of(row(2, "leaf", "mid"), row(3, "mid", "top"), row(4, "top", "")),
                List.of(
                        unknown(2),
                        unknown(3),
                        Violation.of("group", "required").inRow(4)));
        assertThat(rows()).containsExactly("4:group:required");
    }

    @Test
    void keepsEverythingElseOfRowsThatNameABadRow() {
        faults.leaveOut(List.of(row(2, "top", "")));
        faults.add(
                List.of(row(3, "mid", "top"), row(4, "top", "")),
                List.of(
                        Violation.of("group", "unknown", "top").inRow(3),
                        Violation.of("parent", "not_yours", "top").inRow(3),
                        unknown(3),
                        Violation.of("code", "repeated_row", 2).inRow(4)));
        assertThat(rows()).containsExactly("3:group:unknown", "3:parent:not_yours", "4:code:repeated_row");
    }

    @Test
    void saysOnceThatARowIsNowhere() {
        faults.add(
                List.of(row(2, "leaf", "mid"), row(3, "mid", "nowhere"), row(4, "other", "nowhere")),
                List.of(unknown(2), unknown(3), unknown(4)));
        assertThat(rows()).containsExactly("3:parent:unknown", "4:parent:unknown");
    }

    @Test
    void reportsRowsThatWaitForEachOther() {
        faults.add(
                List.of(row(2, "self", "self"), row(3, "one", "two"), row(4, "two", "one")),
                List.of(unknown(2), unknown(3), unknown(4)));
        assertThat(rows()).containsExactly("2:parent:unknown", "3:parent:unknown", "4:parent:unknown");
        faults.add(List.of(row(5, "below", "one")), List.of(unknown(5)));
        assertThat(faults.size()).isEqualTo(3);
    }

    private List<String> rows() {
        return faults.violations().stream()
                .map(wrong -> wrong.row() + ":" + wrong.field() + ":" + wrong.code())
                .toList();
    }

    private static Violation unknown(long row) {
        return Violation.of("parent", "unknown").inRow(row);
    }

    private static ImportRow row(long number, String code, String parent) {
        return new ImportRow(number, parent.isEmpty() ? Map.of("code", code) : Map.of("code", code, "parent", parent));
    }
}
