package io.qudao.deploy.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.qudao.deploy.stack.Secrets.Name;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsUnitTests {

    @TempDir
    private Path home;

    @Test
    void makesThemOnceAndKeepsThem() {
        var created = Secrets.keptIn(home);
        var values = Arrays.stream(Name.values()).map(created::get).collect(Collectors.toSet());
        assertThat(values).hasSize(Name.values().length).allMatch(value -> value.matches("[0-9a-f]{64}"));
        var kept = Secrets.keptIn(home);
        assertThat(Name.values()).allMatch(name -> kept.get(name).equals(created.get(name)));
        assertThat(Secrets.read(home).get(Name.INTERNAL)).isEqualTo(created.get(Name.INTERNAL));
    }

    @Test
    void letsNobodyElseRead() throws IOException {
        Secrets.keptIn(home);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve(Secrets.FILE))))
                .isEqualTo("rw-------");
    }

    @Test
    void addsWhatALaterVersionNeeds() throws IOException {
        Files.writeString(home.resolve(Secrets.FILE), "postgres.password=old\n");
        var secrets = Secrets.keptIn(home);
        assertThat(secrets.get(Name.POSTGRES)).isEqualTo("old");
        assertThat(Secrets.read(home).get(Name.REDIS)).isEqualTo(secrets.get(Name.REDIS));
    }

    @Test
    void areNotThereBeforeTheFirstStart() {
        assertThatExceptionOfType(StackFailure.class).isThrownBy(() -> Secrets.read(home));
    }
}
