package io.qudao.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FoldedTextUnitTests {
    @Test
    void givesTextsThatReadTheSameOneKey() {
        assertThat(FoldedText.key("\uff21\uff22\uff11\u3000")).isEqualTo("ab1");
        assertThat(FoldedText.key("\ufb01sh")).isEqualTo(FoldedText.key("Fish"));
        assertThat(FoldedText.keys("AB1")).containsExactly("ab1");
        assertThat(FoldedText.keys("\uff21B1")).containsExactly("ab1", "\uff41b1");
    }

    @Test
    void narrowsBeginningsOnlyWhereAllKeysShareOne() {
        assertThat(FoldedText.keyPrefix("AB")).isEqualTo("ab");
        assertThat(FoldedText.keyPrefix("\u53ef\u53e3")).isEqualTo("\u53ef\u53e3");
        for (String beginning : new String[] {"\uff21", "AB ", "\uff76", "\u30ab", "\u1100"}) {
            assertThat(FoldedText.keyPrefix(beginning)).as(beginning).isEmpty();
        }
    }
}
