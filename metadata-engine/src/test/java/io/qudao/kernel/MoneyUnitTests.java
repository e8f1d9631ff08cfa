package io.qudao.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class MoneyUnitTests {
    @Test
    void roundsALineOnceHalfUp() { // R1
        assertThat(Money.of("0.335", CurrencyCode.CNY).times(1)).isEqualTo(Money.of("0.34", CurrencyCode.CNY));
        assertThat(Money.of("0.335", CurrencyCode.CNY).times(3)).isEqualTo(Money.of("1.01", CurrencyCode.CNY));
    }

    @Test
    void keepsTheDigitsOfAUnitPrice() { // R1
        assertThat(Money.of("1.23456", CurrencyCode.CNY).amount()).isEqualByComparingTo("1.23456");
        assertThat(Money.of("7", CurrencyCode.CNY).toString()).isEqualTo("7.00 CNY");
    }

    @Test
    void refusesToMixCurrencies() {
        var yuan = Money.of("1.00", CurrencyCode.CNY);
        var dollar = Money.of("1.00", CurrencyCode.USD);
        assertThatThrownBy(() -> yuan.plus(dollar)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> yuan.compareTo(dollar)).isInstanceOf(IllegalArgumentException.class);
    }
}
