package io.qudao.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalsUnitTests {
    @Test
    void readsNumbersExactly() {
        assertThat(Decimals.parse("-1.50")).contains(new BigDecimal("-1.50"));
        assertThat(Decimals.parse("1.5E+3")).contains(new BigDecimal("1.5E+3"));
        assertThat(Decimals.parse("1E100")).contains(new BigDecimal("1E100"));
        assertThat(Decimals.parse("9".repeat(100))).contains(new BigDecimal("9".repeat(100)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1E2000000000", "1E-2000000000", "1E101", "1E-101", "", ".", "1e", "NaN", "0x1p3", "١"})
    void refusesWhatIsNoNumberOrOutOfBounds(String text) {
        assertThat(Decimals.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"¥1,250.50", "￥１，２５０．５", " 1250.5 ", "¥ 1,250.500"})
    void readsNumbersAsPeopleWriteThem(String text) { // PP-09
        assertThat(Decimals.written(text))
                .hasValueSatisfying(number -> assertThat(number).isEqualByComparingTo("1250.5"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.250,50", "1,25", "12,50.1", "1,250,5", "$5", "1-2", "", "¥"})
    void guessesNoSeparators(String text) { // PP-09
        assertThat(Decimals.written(text)).isEmpty();
    }

    @Test
    void refusesTooManyDigitsWithoutReadingThem() {
        assertThat(Decimals.parse("9".repeat(101))).isEmpty();
        assertThat(Decimals.parse("9".repeat(50_000_000))).isEmpty();
    }

    @Test
    void boundsMoneyBeforeItsScaleIsSet() {
        assertThatThrownBy(() -> Money.of("1E2000000000", CurrencyCode.CNY)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> new Money(new BigDecimal("1E-2000000000"), CurrencyCode.CNY))
                .isInstanceOf(ArithmeticException.class);
    }
}
