package io.qudao.ui.component;

import static org.assertj.core.api.Assertions.assertThat;

import io.qudao.kernel.CurrencyCode;
import io.qudao.kernel.Money;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsAndTilesUnitTests {
    @ParameterizedTest
    @CsvSource({
        "1234.5, CNY, zh-CN, '¥1,234.50'",
        "1234.5, USD, en-US, '$1,234.50'",
        "0.125, CNY, zh-CN, ¥0.125",
        "-3, CNY, zh-CN, -¥3.00",
        "1234.5, CNY, en, '¥1,234.50'",
        "-3, CNY, en, -¥3.00",
        "1200, JPY, en, 'JP¥1,200'",
        "1200, JPY, zh-CN, 'JP¥1,200'",
        "1234.5, TWD, zh-TW, '$1,234.50'",
        "1234.5, USD, zh-TW, 'US$1,234.50'",
        "1234.5, CNY, zh-TW, '¥1,234.50'"
    })
    void writesAmountsAsTheLanguageDoes(String amount, String currency, String language, String written) {
        var money = Money.of(amount, new CurrencyCode(currency));
        assertThat(MoneyText.format(money, Locale.forLanguageTag(language))).isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource({"天然矿泉水 550毫升, 天然", "茶, 茶", "Black Velvet, BV", "hawkeye, H", "'  7 Crown', 7C", "'!!', ''"})
    void namesTilesByTwoLetters(String name, String letters) {
        assertThat(PictureTile.letters(name)).isEqualTo(letters);
    }

    @ParameterizedTest
    @CsvSource({"0, 100, 0", "79.5, 100, 80", "100, 100, 100", "250, 100, 250", "0, 0, 0", "1, 0, 100"})
    void measuresHowMuchOfALimitIsUsed(String used, String limit, int percent) {
        assertThat(UsageBar.percent(yuan(used), yuan(limit))).isEqualTo(percent);
    }

    @Test
    void staysInBoundsWhenALimitIsTiny() {
        assertThat(UsageBar.percent(yuan("99999999"), yuan("0.01"))).isEqualTo(999);
    }

    private static Money yuan(String amount) {
        return Money.of(amount, CurrencyCode.CNY);
    }
}
