package io.qudao.expression.internal;

import static io.qudao.expression.internal.ExpressionsFixture.compile;
import static io.qudao.expression.internal.ExpressionsFixture.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.qudao.expression.FieldType.Scalar;
import io.qudao.kernel.CurrencyCode;
import io.qudao.kernel.Money;
import io.qudao.kernel.Value;
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArithmeticUnitTests {
    @ParameterizedTest
    @CsvSource({
        "0.1 + 0.2,0.3",
        "1.10 * 1.10,1.21",
        "7 / 2,3.5",
        "1 / 3,0.3333333333",
        "2 / 3,0.6666666667",
        "-2 / 3,-0.6666666667",
        "1 / 20000000000,0.0000000001",
        "-1 / 20000000000,-0.0000000001",
        "1 / 20000000001,0",
        "100 / 10,10",
        "7.5 % 2,1.5",
        "-7.5 % 2,-1.5",
        "7.5 % -2,1.5",
        "0.44444444445 / 10,0.0444444444",
        "99999999999999999999999999999999999999 * 10.0,999999999999999999999999999999999999990",
        "1.0 + 0,1"
    })
    void computesExactly(String source, String expected) {
        assertThat(value(source)).isEqualTo(Value.of(new BigDecimal(expected)));
    }

    @Test
    void keepsWholeNumbersWhole() {
        assertThat(value("2 + 3 * 4 - 1")).isEqualTo(Value.of(13L));
        assertThat(value("-17 % 5")).isEqualTo(Value.of(-2L));
        assertThat(compile("count + 1").type()).isEqualTo(Scalar.INTEGER);
        assertThat(compile("count / 1").type()).isEqualTo(Scalar.DECIMAL);
        assertThat(compile("count + 1.0").type()).isEqualTo(Scalar.DECIMAL);
        assertThat(compile("true ? 1 : 1.0").type()).isEqualTo(Scalar.DECIMAL);
    }

    @Test
    void givesNullForWhatHasNoAnswer() {
        assertThat(value("1 / 0")).isEqualTo(Value.none());
        assertThat(value("1 % 0.0")).isEqualTo(Value.none());
        assertThat(value("count + 1")).isEqualTo(Value.none());
        assertThat(value("-count")).isEqualTo(Value.none());
        assertThat(value("null")).isEqualTo(Value.none());
        assertThat(value("true ? null : 1")).isEqualTo(Value.none());
    }

    @Test
    void givesNullForIntegersBeyond64Bits() {
        Map<String, Value> largest = Map.of("count", Value.of(Long.MAX_VALUE));

        assertThat(value("count + 1", largest)).isEqualTo(Value.none());
        assertThat(value("count + 1 - 1", largest)).isEqualTo(Value.of(Long.MAX_VALUE));
        assertThat(value("count + 1 > count", largest)).isEqualTo(Value.of(true));
    }

    @Test
    void computesWithMoney() {
        Map<String, Value> values = Map.of(
                "net",
                Value.of(Money.of("10.00", CurrencyCode.CNY)),
                "fee",
                Value.of(Money.of("0.05", CurrencyCode.CNY)));

        assertThat(value("net + fee", values)).isEqualTo(money("10.05"));
        assertThat(value("net - fee * 2", values)).isEqualTo(money("9.90"));
        assertThat(value("0.5 * net", values)).isEqualTo(money("5.000"));
        assertThat(value("net / 3", values)).isEqualTo(money("3.3333333333"));
        assertThat(value("net / fee", values)).isEqualTo(Value.of(new BigDecimal("200")));
        assertThat(value("-net", values)).isEqualTo(money("-10.00"));
        assertThat(value("net > fee ? net : null", values)).isEqualTo(money("10.00"));
        assertThat(value("net + money(1, 'USD')", values)).isEqualTo(Value.none());
        assertThat(value("net / money(1, 'USD')", values)).isEqualTo(Value.none());
        assertThat(value("round(net / 3, 2)", values)).isEqualTo(money("3.33"));
        assertThat(value("net / 0", values)).isEqualTo(Value.none());
    }

    private static Value money(String amount) {
        return Value.of(Money.of(amount, CurrencyCode.CNY));
    }
}
