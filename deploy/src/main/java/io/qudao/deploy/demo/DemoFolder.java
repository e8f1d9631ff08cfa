package io.qudao.deploy.demo;

import io.qudao.deploy.client.Credentials;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** The files of the demo, readable by their owner only: the password of its users and its API client. */
final class DemoFolder {
    private final Path file;

    DemoFolder(Path home) {
        this.file = home.resolve("demo").resolve("access.properties");
    }

    Path file() {
        return file;
    }

    Optional<Access> read() {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        var kept = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            kept.load(reader);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        var id = kept.getProperty("client.id");
        return Optional.of(new Access(
                kept.getProperty("password"),
                id == null ? null : new Credentials(id, kept.getProperty("client.secret")),
                Boolean.parseBoolean(kept.getProperty("loaded"))));
    }

    void keep(Access access) {
        var client = access.client();
        String text = "password=%s%nloaded=%s%n".formatted(access.password(), access.loaded())
                + (client == null ? "" : "client.id=%s%nclient.secret=%s%n".formatted(client.id(), client.secret()));
        try {
            Files.createDirectories(file.getParent());
            Files.deleteIfExists(file);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, text);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /**
     * The credentials of the demo.
     *
     * @param password password of every user of the demo
     * @param client null until the sign-up was confirmed
     * @param loaded whether the tenant is complete
     */
    record Access(String password, @Nullable Credentials client, boolean loaded) {
        Access with(Credentials issued) {
            return new Access(password, issued, false);
        }

        Access complete() {
            return new Access(password, client, true);
        }
    }
}
