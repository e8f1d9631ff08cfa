package io.qudao.kernel.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageUnitTests {
    @ParameterizedTest
    @CsvSource({
        "zh-TW, zh-TW",
        "zh-HK, zh-TW",
        "zh-MO, zh-TW",
        "zh-Hant, zh-TW",
        "zh-hant-hk, zh-TW",
        "zh-Hant-CN, zh-TW",
        "zh-CN, zh-CN",
        "zh, zh-CN",
        "zh-SG, zh-CN",
        "zh-MY, zh-CN",
        "zh-Hans, zh-CN",
        "zh-Hans-HK, zh-CN",
        "en-GB, en"
    })
    void givesReadersTheirOwnScript(String reader, String tag) {
        assertThat(Language.of(Locale.forLanguageTag(reader)).orElseThrow().tag())
                .isEqualTo(tag);
    }

    @Test
    void knowsNoOtherLanguage() {
        assertThat(Language.of(Locale.GERMAN)).isEmpty();
        assertThat(Language.of(Locale.ROOT)).isEmpty();
    }
}
