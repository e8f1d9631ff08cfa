package io.qudao.identity.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class KeySealUnitTests {

    private final KeySeal seal = new KeySeal("a secret of some length");

    @Test
    void opensWhatItSealed() {
        var sealed = seal.seal("k1", "private");
        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("private");
        assertThat(seal.open("k1", sealed)).isEqualTo("private");
        assertThat(seal.seal("k1", "private")).isNotEqualTo(sealed);
    }

    @Test
    void opensNothingElse() {
        var sealed = seal.seal("k1", "private");
        assertThatThrownBy(() -> seal.open("k2", sealed))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("k2 does not open");
        assertThatThrownBy(() -> new KeySeal("another secret of length").open("k1", sealed))
                .isInstanceOf(IllegalStateException.class);
        sealed[sealed.length - 1] ^= 1;
        assertThatThrownBy(() -> seal.open("k1", sealed)).isInstanceOf(IllegalStateException.class);
    }
}
