package io.qudao.permission.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeadersUnitTests {

    @ParameterizedTest
    @ValueSource(strings = {"", "text/html; q=0.9", "~", "渠道", "é", "𠮷"})
    void allowsAssignedCharacters(String value) {
        assertThat(Headers.isAllowed(value)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\tb", "a\nb", "\u0000", "\u007f", "\u0085", "\u0378", "渠\r"})
    void refusesControlAndUnassignedCharacters(String value) {
        assertThat(Headers.isAllowed(value)).isFalse();
    }
}
