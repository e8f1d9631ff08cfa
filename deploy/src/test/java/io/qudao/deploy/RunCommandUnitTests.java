package io.qudao.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.nio.file.Path;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RunCommandUnitTests {
    private final TerminalFixture terminal = new TerminalFixture(false, "");

    static Stream<RuntimeException> failures() {
        return Stream.of(
                new NoSuchElementException("no account"), new UncheckedIOException(new ConnectException("gone")));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void goesOnWithoutADemoThatFailed(RuntimeException failure) throws Exception {
        load(failing(failure), false);
        assertThat(terminal.complained()).contains(failure.getMessage(), "not loaded whole; everything else runs");
    }

    @Test
    void endsWhenToldToStopWhileTheDemoLoads() {
        assertThatThrownBy(() -> load(failing(new IllegalStateException("away")), true))
                .isInstanceOf(InterruptedException.class);
    }

    @Test
    void saysNothingOfADemoThatIsThere() throws Exception {
        load(new Loader(() -> 0), false);
        assertThat(terminal.complained()).isEmpty();
    }

    private void load(Command loader, boolean stopping) throws Exception {
        RunCommand.loadDemo(loader, Path.of("home"), () -> stopping, terminal.terminal());
    }

    private static Command failing(RuntimeException failure) {
        return new Loader(() -> {
            throw failure;
        });
    }

    private record Loader(Supplier<Integer> code) implements Command {
        @Override
        public String name() {
            return "demo";
        }

        @Override
        public String summary() {
            return "for tests";
        }

        @Override
        public int run(List<String> arguments, Terminal terminal) {
            return code.get();
        }
    }
}
