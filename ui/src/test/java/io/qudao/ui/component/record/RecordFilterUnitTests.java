package io.qudao.ui.component.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.qudao.kernel.CurrencyCode;
import io.qudao.kernel.Money;
import io.qudao.kernel.Value;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
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
    void writesValuesAsConstants() {
        assertThat(RecordFilter.literal(Value.text("5\" Tap"))).isEqualTo("\"5\\\" Tap\"");
        assertThat(RecordFilter.literal(Value.of(new BigDecimal("1E+2")))).isEqualTo("100");
        assertThat(RecordFilter.literal(Value.of(Money.of("-12.5", CurrencyCode.CNY))))
                .startsWith("-money(12.5")
                .endsWith(", 'CNY')");
        assertThat(RecordFilter.literal(Value.of(LocalDate.of(2026, 1, 31)))).isEqualTo("date('2026-01-31')");
        assertThat(RecordFilter.literal(Value.of(Instant.parse("2026-01-31T12:00:00Z"))))
                .isEqualTo("timestamp('2026-01-31T12:00:00Z')");
    }

    @Test
    void joinsConditionsWithoutMixingThem() {
        assertThat(RecordFilter.all("a == 1 || b == 2", null, "c == 3")).isEqualTo("(a == 1 || b == 2) && (c == 3)");
    }
}
