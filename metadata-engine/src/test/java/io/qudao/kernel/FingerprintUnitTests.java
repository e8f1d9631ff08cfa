package io.qudao.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import org.junit.jupiter.api.Test;

class FingerprintUnitTests {
    @Test
    void isOneForNumbersOfOneValue() { // O3
        assertThat(Fingerprint.of(number("7.000")))
                .isEqualTo(Fingerprint.of(number("7.00")))
                .isEqualTo(Fingerprint.of(Value.of(7)))
                .isEqualTo(Fingerprint.of(number("0.7E1")))
                .isNotEqualTo(Fingerprint.of(number("70")));
        assertThat(Fingerprint.of(number("0.00"))).isEqualTo(Fingerprint.of(Value.of(0)));
        assertThat(Fingerprint.of(Value.of(Money.of("7.000", CurrencyCode.CNY))))
                .isEqualTo(Fingerprint.of(Value.of(Money.of("7", CurrencyCode.CNY))))
                .isNotEqualTo(Fingerprint.of(Value.of(Money.of("7", new CurrencyCode("USD")))));
    }

    @Test
    void doesNotWriteOutANumberOfBillionsOfDigits() {
        assertThat(Fingerprint.of(number("1E2000000000"))).hasSize(32);
        assertThat(Fingerprint.of(number("1E-2000000000"))).hasSize(32);
    }

    @Test
    void doesNotCountTheOrderOfFieldsNorThoseWithoutValue() {
        assertThat(Fingerprint.of(fields("a", Value.of(1), "b", Value.text("x"))))
                .isEqualTo(Fingerprint.of(fields("b", Value.text("x"), "a", Value.of(1))))
                .isEqualTo(Fingerprint.of(fields("b", Value.text("x"), "c", Value.none(), "a", Value.of(1))))
                .isNotEqualTo(Fingerprint.of(fields("a", Value.text("x"), "b", Value.of(1))));
    }

    @Test
    void keepsTextsApart() {
        assertThat(Fingerprint.of(items(Value.text("ab"), Value.text("c"))))
                .isNotEqualTo(Fingerprint.of(items(Value.text("a"), Value.text("bc"))));
        assertThat(Fingerprint.of(items(items(Value.text("a")), Value.text("b"))))
                .isNotEqualTo(Fingerprint.of(items(items(Value.text("a"), Value.text("b")))));
        assertThat(Fingerprint.of(Value.text("1.10"))).isNotEqualTo(Fingerprint.of(Value.text("1.1")));
        assertThat(Fingerprint.of(Value.text("7"))).isNotEqualTo(Fingerprint.of(Value.of(7)));
    }

    private static Value number(String text) {
        return Value.of(new BigDecimal(text));
    }

    private static Value items(Value... values) {
        return new Value.Items(List.of(values));
    }

    private static Value fields(Object... namesAndValues) {
        var fields = new LinkedHashMap<String, Value>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.put((String) namesAndValues[i], (Value) namesAndValues[i + 1]);
        }
        return new Value.Fields(fields);
    }
}
