package io.qudao.deploy.replay;

import io.qudao.deploy.client.Credentials;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * The progress of a replay, one line per step, so that an interrupted replay can continue. It only saves work: whatever
 * was done but not recorded is repeated under the same key, and the platform executes it once.
 */
final class Journal {
    private final Path folder;
    private final Map<String, String> done = new HashMap<>();

    Journal(Path folder) {
        this.folder = folder;
        try {
            Files.createDirectories(folder);
            if (Files.exists(orders())) {
                Files.readAllLines(orders(), StandardCharsets.UTF_8).forEach(this::take);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    Path folder() {
        return folder;
    }

    Optional<Credentials> credentials() {
        var file = folder.resolve("client.properties");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return Optional.of(new Credentials(properties.getProperty("id"), properties.getProperty("secret")));
    }

    void keep(Credentials credentials) {
        var file = folder.resolve("client.properties");
        try {
            Files.deleteIfExists(file);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, "id=" + credentials.id() + "\nsecret=" + credentials.secret() + "\n");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Returns what was recorded for a step or an order; for orders, the total the platform computed. */
    synchronized Optional<String> of(String key) {
        return Optional.ofNullable(done.get(key));
    }

    synchronized void done(String key, String result) {
        done.put(key, result);
        try {
            Files.writeString(
                    orders(),
                    key + "\t" + result + "\n",
                    StandardCharsets.UTF_8,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Ignores a line that was cut off when the process was killed. */
    private void take(String line) {
        int tab = line.indexOf('\t');
        if (tab > 0 && tab < line.length() - 1) {
            done.put(line.substring(0, tab), line.substring(tab + 1));
        }
    }

    private Path orders() {
        return folder.resolve("done.tsv");
    }
}
