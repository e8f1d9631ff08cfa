package io.qudao.deploy.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgramUnitTests {

    @TempDir
    private Path project;

    private StackFolder folder;

    @BeforeEach
    void open() {
        folder = StackFolder.open(project.resolve("home"), 1);
    }

    @AfterEach
    void close() {
        folder.close();
    }

    private Program program(boolean records) {
        var jar = new ProgramJar("ui", project, folder.path("programs"));
        return new Program(
                "platform-1",
                Service.Stage.NODE,
                jar,
                folder,
                1,
                1,
                512,
                Map.of("qudao.node.name", "platform-1"),
                records);
    }

    private Path build() throws IOException {
        Path target = Files.createDirectories(project.resolve("ui/target"));
        return Files.writeString(target.resolve("ui-0.1.0-SNAPSHOT-program.jar"), "a build");
    }

    private static String flag(Program program, String name) {
        return program.launch().command().stream()
                .filter(word -> word.startsWith(name + "="))
                .findFirst()
                .orElse("");
    }

    @Test
    void startsFromTheCacheThatAnEarlierRunHasRecorded() throws IOException {
        build();
        var program = program(true);
        assertThat(program.writesCache()).isTrue();
        Path recording = Path.of(flag(program, "-XX:AOTCacheOutput").replace("-XX:AOTCacheOutput=", ""));
        Files.createDirectories(recording.getParent());
        Files.writeString(recording, "cache");
        program.ended();
        assertThat(program.writesCache()).isFalse();
        assertThat(flag(program, "-XX:AOTCache")).isNotEmpty();
        assertThat(flag(program(false), "-XX:AOTCache")).isEqualTo(flag(program, "-XX:AOTCache"));
        assertThat(flag(program, "-XX:AOTCacheOutput")).isEmpty();
    }

    @Test
    void recordsAgainAfterTheNextBuild() throws IOException {
        Path jar = build();
        String before = flag(program(true), "-XX:AOTCacheOutput");
        Files.writeString(jar, "another build");
        assertThat(flag(program(true), "-XX:AOTCacheOutput")).isNotEmpty().isNotEqualTo(before);
    }

    @Test
    void recordsNothingUnlessToldTo() throws IOException {
        build();
        assertThat(program(false).launch().command()).noneMatch(word -> word.contains("AOTCache"));
    }

    @Test
    void asksForTheBuildThatIsMissing() {
        assertThatExceptionOfType(StackFailure.class)
                .isThrownBy(() -> program(true).prepare())
                .withMessageStartingWith("ui is not built")
                .satisfies(failure -> assertThat(failure.advice()).isEqualTo(List.of("Build it: ./qudao run")));
    }
}
