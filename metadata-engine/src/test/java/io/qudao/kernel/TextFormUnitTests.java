package io.qudao.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
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
    void leavesOutWhatNobodySeesAroundAText() {
        for (String unseen :
                List.of(" ", "\t", "\n", "\u0085", "\u00a0", "\u2007", "\u3000", "\u200b", "\ufeff", "\u202e")) {
            assertThat(TextForm.strip(unseen + "N B" + unseen)).isEqualTo("N B");
            assertThat(TextForm.ofCode(unseen + "NB" + unseen)).isEqualTo("NB");
            assertThat(TextForm.strip(unseen)).isEmpty();
        }
        var scotland = "\ud83c\udff4\udb40\udc67\udb40\udc62\udb40\udc73\udb40\udc63\udb40\udc74\udb40\udc7f";
        assertThat(TextForm.strip(scotland + " ")).isEqualTo(scotland);
    }

    @Test
    void keepsTheWidthOfNamesButNoBlankThatLooksLikeAnother() {
        assertThat(TextForm.ofName("Soft\u00a0drinks\u2007")).isEqualTo("Soft drinks");
        assertThat(TextForm.ofName("\uff08\u74f6\uff09\u3000\u996e")).isEqualTo("\uff08\u74f6\uff09\u3000\u996e");
    }

    @Test
    void knowsCodesThatHideSomething() {
        for (String hidden : List.of("N\u00adB", "N\u200bB", "N\u202eB", "N\tB", "N\u2028B", "N\u0000B")) {
            assertThat(TextForm.isPlain(hidden)).isFalse();
            var violations = new Violations();
            violations.code("code", hidden, 10);
            violations.optionalCode("group", hidden, 10);
            violations.codeName("unit", hidden, 10);
            assertThat(violations.list())
                    .containsExactly(
                            Violation.of("code", "malformed"),
                            Violation.of("group", "malformed"),
                            Violation.of("unit", "malformed"));
        }
        assertThat(TextForm.isPlain("East China-1")).isTrue();
        assertThat(TextForm.isWord("East China")).isFalse();
        assertThat(TextForm.isWord("\u534e\u4e1c")).isTrue();
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

    @Test
    void listsEveryCharacterThatItLeavesOutAround() {
        var left = TextForm.UNSEEN.codePoints().boxed().collect(Collectors.toSet());
        for (int character = 0; character <= Character.MAX_CODE_POINT; character++) {
            boolean none = TextForm.strip(Character.toString(character)).isEmpty();
            assertThat(left.contains(character)).as("%x", character).isEqualTo(none);
        }
        assertThat(TextForm.UNSEEN).contains("\u202A", "\u3000", "\uFEFF");
    }
}
