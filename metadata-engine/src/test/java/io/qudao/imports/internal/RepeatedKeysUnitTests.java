package io.qudao.imports.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.qudao.imports.ImportCells;
import io.qudao.kernel.Violation;
import java.util.List;
import org.junit.jupiter.api.Test;

class RepeatedKeysUnitTests {
    private static final List<Violation> WRONG = List.of(
            Violation.of("parent", "unknown", "X").inRow(2),
            repeat(3, 2),
            repeat(4, 1),
            repeat(5, 2),
            Violation.of("name", "required").inRow(5));

    @Test
    void tellsRowsThatAreWrongFromThoseThatOnlyRepeat() {
        assertThat(RepeatedKeys.refused(WRONG)).containsExactlyInAnyOrder(2L, 5L);
        assertThat(RepeatedKeys.ofRefused(WRONG)).containsExactly(3L);
        assertThat(RepeatedKeys.ofRefused(List.of())).isEmpty();
    }

    private static Violation repeat(long row, long earlier) {
        return Violation.of("code", ImportCells.REPEATED, earlier).inRow(row);
    }
}
