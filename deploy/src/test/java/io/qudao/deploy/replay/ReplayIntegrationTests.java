package io.qudao.deploy.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.qudao.deploy.TerminalFixture;
import io.qudao.deploy.stack.LocalStack;
import io.qudao.deploy.stack.StackDescription.RunningService;
import io.qudao.deploy.stack.WholeStack;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** A replay that is killed itself, begun again, and robbed of one of two platform nodes. */
@ExtendWith(WholeStack.class)
class ReplayIntegrationTests {
    private static final int ORDERS = ReplayFolderFixture.ORDERS + 1;
    private static final String NODE = "platform-1";
    private static final JsonMapper JSON = new JsonMapper();

    /** So that it takes its time, and is not done before it is killed. */
    private static final String ONE_AT_A_TIME = "1";

    private final TerminalFixture terminal = new TerminalFixture(false, "");

    @Test
    void agreesToTheCentThoughItAndANodeAreKilled(LocalStack stack, @TempDir Path folder) throws Exception {
        var data = ReplayFolderFixture.write(folder);
        replayThatIsKilled(stack, data);
        replayThatLosesANode(stack, data);
        assertThat(replay(stack, data)).isZero();
        var report = JSON.readTree(terminal.printed().lines().toList().getLast());
        assertThat(report.path("equal").asBoolean()).isTrue();
        assertThat(report.path("orders").asInt()).isEqualTo(ORDERS);
        assertThat(report.path("lines").asInt()).isEqualTo(2 * ORDERS - 1);
        assertThat(report.path("rejected_rows").size()).isEqualTo(3);
        assertThat(report.propertyNames())
                .contains("bottles", "amount", "orders_per_second", "p50_ms", "p95_ms", "p99_ms");
    }

    /** Runs a separate program, as from a shell. */
    private static void replayThatIsKilled(LocalStack stack, Path data) throws Exception {
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "io.qudao.deploy.Main",
                        "replay",
                        data.toString(),
                        "--home",
                        stack.description().home(),
                        "--clients",
                        ONE_AT_A_TIME)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        await().atMost(Duration.ofMinutes(4)).until(() -> !process.isAlive() || ordersIn(stack) >= ORDERS / 5);
        assertThat(process.isAlive()).as("ended before the kill").isTrue();
        process.destroyForcibly().waitFor();
        assertThat(ordersIn(stack)).isLessThan(ORDERS);
    }

    private void replayThatLosesANode(LocalStack stack, Path data) throws Exception {
        try (var thread = Executors.newSingleThreadExecutor()) {
            var running = thread.submit(() -> replay(stack, data));
            await().atMost(Duration.ofMinutes(4)).until(() -> running.isDone() || ordersIn(stack) >= 2 * ORDERS / 5);
            assertThat(running.isDone()).as("finished before the kill").isFalse();
            var node = node(stack);
            node.destroyForcibly();
            assertThat(running.get()).isZero();
            WholeStack.awaitRevival(stack, NODE, node.pid());
        }
    }

    private int replay(LocalStack stack, Path data) throws Exception {
        var words = List.of(data.toString(), "--home", stack.description().home(), "--clients", ONE_AT_A_TIME);
        return new ReplayCommand().run(words, terminal.terminal());
    }

    private static ProcessHandle node(LocalStack stack) {
        return stack.description().services().stream()
                .filter(service -> service.name().equals(NODE))
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
}
