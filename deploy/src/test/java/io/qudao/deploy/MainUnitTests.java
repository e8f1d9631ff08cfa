package io.qudao.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainUnitTests {

    private final TerminalFixture silent = new TerminalFixture(false, "");

    private static int run(TerminalFixture fixture, String... words) {
        return new Main(List.of(new RunCommand(Optional.empty())), fixture.terminal()).run(List.of(words));
    }

    @Test
    void listsCommandsWhenTheWordIsUnknown() {
        assertThat(run(silent, "fly")).isEqualTo(2);
        assertThat(silent.complained()).contains("unknown command 'fly'", "run      start everything");
    }

    @Test
    void pointsToHelpWhenArgumentsMakeNoSense() {
        assertThat(run(silent, "run", "--nodes", "99")).isEqualTo(2);
        assertThat(silent.complained())
                .contains("--nodes takes a whole number from 1 to 8, not '99'", "./qudao run --help");
        var other = new TerminalFixture(false, "");
        assertThat(run(other, "run", "--search=lucene")).isEqualTo(2);
        assertThat(other.complained()).contains("--search is postgresql or elasticsearch, not 'lucene'");
    }

    @Test
    void wipesNothingUnlessToldTo(@TempDir Path home) throws IOException {
        Path kept = Files.writeString(home.resolve("secrets.properties"), "kept");
        assertThat(run(silent, "run", "--fresh", "--home", home.toString())).isEqualTo(2);
        assertThat(silent.complained()).contains("add --yes");
        var person = new TerminalFixture(true, "no\n");
        assertThat(run(person, "run", "--fresh", "--home", home.toString())).isEqualTo(1);
        assertThat(person.printed()).contains("This deletes all data in " + home, "Nothing was deleted.");
        assertThat(kept).hasContent("kept");
    }

    @Test
    void tellsOfAFailureWithAdviceAndNoTrace(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "in the way");
        assertThat(run(silent, "run", "--home", file.toString())).isEqualTo(1);
        assertThat(silent.complained())
                .contains("Cannot write to " + file, "Choose another folder")
                .doesNotContain("\tat ", "    at ");
    }
}
