package io.qudao.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    /** A client that sends its request again may write what it means in another way. */
    @ParameterizedTest
    @CsvSource({
        "7.000, 7",
        "2026-12-02T08:00:00+08:00, 2026-12-02T00:00:00.000Z",
        "2026-12-02T00:00Z, 2026-12-02T00:00:00Z",
        "0196B8F0-0000-7000-8000-00000000000A, 0196b8f0-0000-7000-8000-00000000000a",
    })
    void isOneForTextsThatMeanTheSameInAFieldOfSomeType(String text, String same) {
        assertThat(untyped(text)).isEqualTo(untyped(same));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-12-02T08:00:00+08:00, 2026-12-02T08:00:00Z",
        "2026-12-02T08:00:00, 2026-12-02T08:00",
        "9999-12-31T23:00:00-10:00, 9999-12-31T23:00:00-11:00",
        "0196B8F0, 0196b8f0",
    })
    void isAnotherForTextsThatDoNot(String text, String other) {
        assertThat(untyped(text)).isNotEqualTo(untyped(other));
    }

    private static byte[] untyped(String text) {
        return Fingerprint.of(Fingerprint.untyped(fields("a", Value.text(text))));
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
