package io.qudao.expression.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.qudao.expression.ExpressionError.Reason;
import io.qudao.expression.ExpressionProblem;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessagesUnitTests {
    @ParameterizedTest
    @ValueSource(strings = {"expression.properties", "expression_zh_CN.properties", "expression_zh_TW.properties"})
    void hasWordsForEveryProblem(String bundle) {
        Set<String> keys = Stream.concat(
                        Arrays.stream(Reason.values()).map(reason -> "violation." + reason.code()),
                        Arrays.stream(ExpressionProblem.values()).map(problem -> "problem." + problem.code()))
                .collect(Collectors.toSet());

        assertThat(read(bundle).stringPropertyNames()).isEqualTo(keys);
    }

    private static Properties read(String bundle) {
        Properties texts = new Properties();
        try (var stream = new InputStreamReader(
                Objects.requireNonNull(MessagesUnitTests.class.getResourceAsStream("/i18n/" + bundle)),
                StandardCharsets.UTF_8)) {
            texts.load(stream);
            return texts;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
