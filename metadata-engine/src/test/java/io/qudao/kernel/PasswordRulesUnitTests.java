package io.qudao.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRulesUnitTests {

    private static final String EMAIL = "linwei@huaxia.example";

    @ParameterizedTest
    @ValueSource(strings = {"Clear-river-42", "correct horse battery", "茶叶渠道第一名很好喝呀", "linwei-drinks-tea-daily"})
    void takesLongAndUnguessed(String password) {
        assertThat(PasswordRules.check(password, EMAIL)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'', password_short",
        "short-one, password_short",
        "aaaaaaaaaaaa, password_simple",
        "abababababab, password_simple",
        "12345678901, password_guessed",
        "Password1234, password_guessed",
        "qwertyuiop12, password_guessed",
        "Passw0rd2026!, password_guessed",
        "p@$$w0rd123, password_guessed",
        "basketball, password_guessed",
        "Dragon123456, password_guessed",
        "1qaz2wsx3edc, password_guessed",
        "!QAZ2wsx#EDC, password_guessed",
        "qwerty123456, password_guessed",
        "abcdefghij1, password_guessed",
        "ABC123abc123abc123, password_guessed",
        "woaini5201314, password_guessed",
        "zhang19900101, password_guessed",
        "WangWei@2026, password_guessed",
        "13912345678, password_guessed",
        "caiwu888888, password_guessed",
        "linwei12345, password_like_email",
        "LinWei@huaxia.example, password_like_email"
    })
    void refusesWhatIsGuessedFirst(String password, String code) {
        assertThat(PasswordRules.check(password, EMAIL))
                .singleElement()
                .extracting(Violation::code)
                .isEqualTo(code);
    }

    @Test
    void refusesWhatHasNoBytes() {
        assertThat(PasswordRules.check("half-a-pair-\ud83d", EMAIL))
                .containsExactly(Violation.of("password", "not_readable"));
    }

    @ParameterizedTest
    @ValueSource(ints = {129, 5_000})
    void refusesEndlessOnes(int length) {
        assertThat(PasswordRules.check("abcdefgh-".repeat(length).substring(0, length), EMAIL))
                .containsExactly(Violation.of("password", "too_long", 128));
    }
}
