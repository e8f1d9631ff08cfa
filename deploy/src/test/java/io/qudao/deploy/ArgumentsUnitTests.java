package io.qudao.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ArgumentsUnitTests {

    private static Arguments parse(String... words) {
        return Arguments.parse(List.of(words), Set.of("yes"), Set.of("port"));
    }

    @Test
    void readsFlagsOptionsAndWords() {
        var arguments = parse("folder", "--yes", "--port", "81", "other");
        assertThat(arguments.words()).containsExactly("folder", "other");
        assertThat(arguments.has("yes")).isTrue();
        assertThat(arguments.option("port")).contains("81");
        assertThat(parse("--port=82").option("port")).contains("82");
        assertThat(parse().option("port")).isEmpty();
    }

    @Test
    void readsNumbersWithinBounds() {
        assertThat(parse("--port=82").number("port", 1, 99, 7)).isEqualTo(82);
        assertThat(parse().number("port", 1, 99, 7)).isEqualTo(7);
        for (String bad : List.of("0", "100", "x", "", "9999999999")) {
            assertThatExceptionOfType(UsageException.class)
                    .isThrownBy(() -> parse("--port=" + bad).number("port", 1, 99, 7))
                    .withMessage("--port takes a whole number from 1 to 99, not '" + bad + "'");
        }
    }

    @Test
    void refusesWhatWasNotDeclared() {
        assertThatExceptionOfType(UsageException.class)
                .isThrownBy(() -> parse("--no"))
                .withMessage("unknown option --no");
        assertThatExceptionOfType(UsageException.class)
                .isThrownBy(() -> parse("--yes=no"))
                .withMessage("unknown option --yes=no");
        assertThatExceptionOfType(UsageException.class)
                .isThrownBy(() -> parse("--port"))
                .withMessage("--port needs a value");
        assertThatExceptionOfType(UsageException.class)
                .isThrownBy(() -> parse("word").withoutWords())
                .withMessage("unknown argument word");
    }
}
