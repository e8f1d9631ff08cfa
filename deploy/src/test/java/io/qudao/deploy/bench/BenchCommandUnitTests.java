package io.qudao.deploy.bench;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qudao.deploy.TerminalFixture;
import io.qudao.deploy.UsageException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No stack can start from an empty project, so any other failure means that it did not try to start. */
class BenchCommandUnitTests {
    private final TerminalFixture terminal = new TerminalFixture(false, "");

    @TempDir
    private Path project;

    @Test
    void looksForTheFolderOfAReplayBeforeItStartsAStack() {
        var away = project.resolve("away");
        assertThatThrownBy(() -> replay(away))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("there is no data in " + away);
    }

    @Test
    void looksForTheFilesOfAReplayBeforeItStartsAStack() throws Exception {
        var folder = Files.createDirectory(project.resolve("iowa"));
        Files.createFile(folder.resolve("products.csv"));
        Files.createFile(folder.resolve("stores.csv"));
        assertThatThrownBy(() -> replay(folder))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("has no sales file");
    }

    @Test
    void namesEveryBenchmarkInItsHelpAndWhereOneIsNotThere() throws Exception {
        var help = Files.readString(Path.of("src/main/resources/io/qudao/deploy/help/bench.txt"));
        var names = help.lines()
                .filter(line -> line.matches("  [a-z].*"))
                .map(line -> line.strip().split(" ", 2)[0])
                .toList();
        assertThatThrownBy(() -> new BenchCommand().run(List.of("nothing"), terminal.terminal()))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("there are " + names);
    }

    @Test
    void refusesFilesOfMoreRowsThanItWrites() {
        assertThatThrownBy(() -> new BenchCommand().run(List.of("imports", "--rows", "1000001"), terminal.terminal()))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("--rows takes a whole number from 1 to 1000000");
    }

    private void replay(Path folder) throws Exception {
        new BenchCommand(List.of(new ReplayBenchmark(folder)))
                .run(List.of("replay", "--project", project.toString()), terminal.terminal());
    }
}
