package io.qudao.gateway.edge.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpHeaders;

class AcceptedLanguageUnitTests {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "zh-CN,zh;q=0.9,en;q=0.8|zh-CN",
                "zh|zh-CN",
                "zh-SG|zh-CN",
                "zh-Hans-HK|zh-CN",
                "zh-Hant-TW|zh-TW",
                "zh-HK,zh;q=0.9,en;q=0.8|zh-TW",
                "zh-TW;q=0,en|en",
                "fr,zh;q=0.5,en;q=0.7|en",
                "de|en",
                "*|en",
                ";;;|en"
            })
    void speaksWhatTheClientLikesBetter(String accepted, String expected) {
        HttpHeaders headers = new HttpHeaders();
        headers.set(HttpHeaders.ACCEPT_LANGUAGE, accepted);
        assertThat(AcceptedLanguage.of(headers)).isEqualTo(Locale.forLanguageTag(expected));
    }

    @Test
    void speaksEnglishWhenNotAsked() {
        assertThat(AcceptedLanguage.of(new HttpHeaders())).isEqualTo(Locale.ENGLISH);
    }
}
