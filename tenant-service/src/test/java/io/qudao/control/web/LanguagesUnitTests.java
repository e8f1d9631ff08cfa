package io.qudao.control.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.qudao.testing.Bundles;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;

class LanguagesUnitTests {
    private final ChosenLocaleResolver resolver = new ChosenLocaleResolver("LANGUAGE", Duration.ofDays(1));

    @Test
    void hasEveryMessageInEveryLanguage() {
        assertThat(Bundles.faults()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "zh-HK, zh-TW",
        "zh-MO, zh-TW",
        "zh-Hant, zh-TW",
        "zh-SG, zh-CN",
        "zh-Hans, zh-CN",
        "zh, zh-CN",
        "en-US, en",
        "de, en"
    })
    void answersInTheLanguageOfTheReader(String wanted, String expected) {
        var request = new MockHttpServletRequest();
        request.addHeader("Accept-Language", wanted);
        request.addPreferredLocale(Locale.forLanguageTag(wanted));
        assertThat(resolver.resolveLocale(request).toLanguageTag()).isEqualTo(expected);
    }
}
