package io.qudao.deploy.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportFilesUnitTests {
    @TempDir
    private Path folder;

    @Test
    void writesTheSameRowsEachTime() throws Exception {
        var files = new ImportFiles(folder);
        var once = Files.readAllLines(files.partners(200));
        assertThat(once).hasSize(201).doesNotHaveDuplicates();
        assertThat(once.get(200)).startsWith("S0000199," + ImportFiles.shop(199) + ",outlet,");
        assertThat(Files.readAllLines(files.partners(200))).isEqualTo(once);
        assertThat(ImportFiles.shop(7)).contains(ImportFiles.brand(7)).matches("\\p{IsHan}+\\d+号店");
    }
}
