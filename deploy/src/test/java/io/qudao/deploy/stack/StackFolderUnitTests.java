package io.qudao.deploy.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StackFolderUnitTests {

    @TempDir
    private Path temporary;

    @Test
    void isHeldByOneAtATime() {
        Path home = temporary.resolve("home");
        try (var held = StackFolder.open(home, 1)) {
            assertThat(held.path("x")).isEqualTo(home.resolve("x"));
            assertThatExceptionOfType(StackFailure.class)
                    .isThrownBy(() -> StackFolder.open(home, 1))
                    .withMessage(
                            "Qudao already runs from %s (process %d).",
                            home, ProcessHandle.current().pid());
        }
        StackFolder.open(home, 1).close();
    }

    @Test
    void asksForRoomOnTheDisk() {
        assertThatExceptionOfType(StackFailure.class)
                .isThrownBy(() -> StackFolder.open(temporary, Long.MAX_VALUE))
                .withMessageContaining("The disk is nearly full");
    }

    @Test
    void asksForAFolderItMayWriteTo() throws IOException {
        Path file = Files.createFile(temporary.resolve("file"));
        assertThatExceptionOfType(StackFailure.class)
                .isThrownBy(() -> StackFolder.open(file.resolve("home"), 1))
                .withMessageContaining("Cannot write to");
    }

    @Test
    void wipesDataButNotWhatIsOnlyUnpacked() throws IOException {
        try (var folder = StackFolder.open(temporary, 1)) {
            Files.writeString(folder.folder("postgres/base").resolve("1"), "data");
            Files.writeString(folder.path(Secrets.FILE), "secret");
            Files.writeString(folder.folder("demo").resolve("access.properties"), "a password of the data");
            Files.writeString(folder.folder("bin").resolve("server"), "binary");
            folder.wipe();
            assertThat(folder.path("postgres")).doesNotExist();
            assertThat(folder.path(Secrets.FILE)).doesNotExist();
            assertThat(folder.path("demo")).doesNotExist();
            assertThat(folder.path("bin/server")).exists();
        }
    }

    @Test
    void deletesNothingBehindALink() throws IOException {
        Path elsewhere = Files.createDirectory(temporary.resolve("elsewhere"));
        Path precious = Files.writeString(elsewhere.resolve("precious"), "kept");
        Path folder = Files.createDirectory(temporary.resolve("folder"));
        Files.createSymbolicLink(folder.resolve("link"), elsewhere);
        Trees.delete(folder);
        assertThat(folder).doesNotExist();
        assertThat(precious).hasContent("kept");
    }
}
