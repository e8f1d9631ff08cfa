package io.qudao.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class AccentUnitTests {

    @Test
    void takesColoursThatWhiteCanBeReadOn() {
        assertThat(Accent.TEAL.isReadable()).isTrue();
        assertThat(new Accent("#000000").isReadable()).isTrue();
        assertThat(new Accent("#ffff00").isReadable()).isFalse();
        assertThat(new Accent("#777777").isReadable()).as("4.48 to 1").isTrue();
        assertThat(new Accent("#7a7a7a").isReadable()).as("4.28 to 1").isFalse();
    }

    @Test
    void readsColoursInOneForm() {
        assertThat(Accent.parse("#0F766E")).contains(Accent.TEAL);
        assertThat(Accent.parse("teal")).isEmpty();
        assertThat(Accent.parse("#0f766e;} body{display:none")).isEmpty();
        assertThatThrownBy(() -> new Accent("#FFF")).isInstanceOf(IllegalArgumentException.class);
    }
}
