package io.qudao.deploy.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.qudao.deploy.Terminal;
import io.qudao.deploy.stack.LocalStack;
import io.qudao.deploy.stack.StackDescription.RunningService;
import io.qudao.deploy.stack.WholeStack;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A replay through a stack of its own, one of whose two platform nodes is killed in the middle of it. */
class ReplayIntegrationTests {
    @Test
    void agreesToTheCentThoughANodeIsKilledAndOnceOnly(@TempDir Path home, @TempDir Path folder) throws Exception {
        var data = ReplayFolderFixture.write(folder);
        try (var stack = WholeStack.start(home)) {
            replayAndKill(stack, data);
            var again = ReplayCommand.replay(data, stack.description(), silent());
            assertThat(again.equal()).isTrue();
            assertThat(again.orders()).isEqualTo(ReplayFolderFixture.ORDERS + 1);
        }
    }

    private static void replayAndKill(LocalStack stack, Path data) throws Exception {
        try (var thread = Executors.newSingleThreadExecutor()) {
            var running = thread.submit(() -> ReplayCommand.replay(data, stack.description(), silent()));
            await().atMost(Duration.ofMinutes(4))
                    .until(() -> running.isDone() || ordersIn(stack) >= ReplayFolderFixture.ORDERS / 4);
            assertThat(running.isDone()).as("finished before the kill").isFalse();
            node(stack).destroyForcibly();
            var outcome = running.get();
            assertThat(outcome.equal()).isTrue();
            assertThat(outcome.orders()).isEqualTo(ReplayFolderFixture.ORDERS + 1);
            assertThat(outcome.rejectedRows()).hasSize(3);
        }
    }

    private static ProcessHandle node(LocalStack stack) {
        return stack.description().services().stream()
                .filter(service -> service.name().equals("platform-1"))
                .map(RunningService::pid)
                .flatMap(pid -> ProcessHandle.of(pid).stream())
                .findFirst()
                .orElseThrow();
    }

    private static long ordersIn(LocalStack stack) throws IOException {
        var journal = Path.of(stack.description().home(), "replay", "replay", "done.tsv");
        if (!Files.exists(journal)) {
            return 0;
        }
        try (var lines = Files.lines(journal, StandardCharsets.UTF_8)) {
            return lines.filter(line -> line.startsWith("INV-")).count();
        }
    }

    private static Terminal silent() {
        var nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        return new Terminal(nowhere, nowhere, new BufferedReader(Reader.nullReader()), false);
    }
}
