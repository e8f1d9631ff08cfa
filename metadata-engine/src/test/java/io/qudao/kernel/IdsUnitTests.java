package io.qudao.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class IdsUnitTests {
    @Test
    void makesVersionSevenOfTheIetfVariant() {
        var id = Ids.next();
        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
    }

    @Test
    void ordersByTheMillisecond() {
        var earlier = Ids.at(1_000, -1, -1);
        var later = Ids.at(1_001, 0, 0);
        assertThat(earlier.toString()).isLessThan(later.toString());
        assertThat(later.version()).isEqualTo(7);
    }
}
