package io.qudao.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TextFormUnitTests {
    @Test
    void joinsLettersWithTheirAccents() {
        assertThat(TextForm.of("Cafe\u0301")).isEqualTo("Caf\u00e9");
        assertThat(TextForm.of("Caf\u00e9")).isEqualTo("Caf\u00e9");
        assertThat(TextForm.of("\uff21\uff0c\u00bd\u2122")).isEqualTo("\uff21\uff0c\u00bd\u2122");
        assertThat(TextForm.of("\u1112\u1161\u11ab")).isEqualTo("\ud55c");
    }

    @Test
    void takesCodesOfFullWidthForUsualOnes() {
        assertThat(TextForm.ofCode("\uff23\uff2f\uff2c\uff21\uff0d\uff11\u3000"))
                .isEqualTo("COLA-1");
        assertThat(TextForm.ofCode("\u53ef\u4e50-1")).isEqualTo("\u53ef\u4e50-1");
    }

    @Test
    void findsByTheCodeAsTypedFirst() {
        var known = Map.of("A", 1, "\uff22", 2, "B", 3);
        assertThat(TextForm.findByCode(List.of("A", "\uff21", "\uff22", "B", "C"), wanted -> known))
                .isEqualTo(Map.of("A", 1, "\uff21", 1, "\uff22", 2, "B", 3));
    }

    @Test
    void findsContentsOfTheSameLettersEqual() {
        assertThat(Fingerprint.of(Value.text("Cafe\u0301"))).isEqualTo(Fingerprint.of(Value.text("Caf\u00e9")));
    }
}
