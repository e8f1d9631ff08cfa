package io.qudao.ui.component.record;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RecordFilterUnitTests {
    @Test
    void asksForNothingWhereNothingIsTyped() {
        assertThat(RecordFilter.named("  ", "name")).isNull();
        assertThat(RecordFilter.all(null, "", null)).isNull();
    }

    @Test
    void quotesWhatIsTyped() {
        assertThat(RecordFilter.named(" 5\" Tap\\ ", "name")).isEqualTo("contains(lower(name), \"5\\\" tap\\\\\")");
    }

    @Test
    void joinsConditionsWithoutMixingThem() {
        assertThat(RecordFilter.all("a == 1 || b == 2", null, "c == 3")).isEqualTo("(a == 1 || b == 2) && (c == 3)");
    }
}
