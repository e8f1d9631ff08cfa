package io.qudao.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The script {@code qudao}, as far as it goes without a build. */
class HelpUnitTests {

    private record Ended(int code, String text) {}

    private static Ended qudao(String... words) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(Path.of("..", "qudao").toString()));
        command.addAll(List.of(words));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        return new Ended(process.exitValue(), text);
    }

    @Test
    void listsTheCommands() throws Exception {
        assertThat(qudao("help")).isEqualTo(qudao()).isEqualTo(qudao("--help"));
        assertThat(qudao().code()).isZero();
        assertThat(qudao().text()).contains("run ", "test ", "replay ", "bench ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"run", "test", "replay", "bench", "format"})
    void explainsEachCommand(String command) throws Exception {
        var ended = qudao(command, "--help");
        assertThat(ended.code()).isZero();
        assertThat(ended.text()).startsWith("Usage: ./qudao " + command);
    }

    @Test
    void refusesWhatItDoesNotKnow() throws Exception {
        var ended = qudao("fly");
        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.text()).contains("Usage:", "unknown command 'fly'");
    }
}
