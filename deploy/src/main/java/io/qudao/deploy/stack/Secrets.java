package io.qudao.deploy.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;

/** The secrets of one stack, generated at its first start and stored in its folder, readable by their owner only. */
public final class Secrets {

    static final String FILE = "secrets.properties";

    private static final int BYTES = 32;

    /** The secrets and what they are for. */
    public enum Name {
        /** The database superuser. */
        POSTGRES("postgres.password"),
        /** The role that owns and migrates the tables. */
        DATABASE_OWNER("database.owner.password"),
        /** The role of the programs; it owns nothing. */
        DATABASE_APP("database.app.password"),
        REDIS("redis.password"),
        /** Calls between programs. */
        INTERNAL("internal.secret"),
        /** The OAuth2 client of the platform's user interface. */
        UI_CLIENT("ui.client-secret"),
        /** Encrypts stored signing keys. */
        SIGNING_KEYS("signing.key-secret");

        private final String key;

        Name(String key) {
            this.key = key;
        }
    }

    private final Map<Name, String> values;

    private Secrets(Map<Name, String> values) {
        this.values = values;
    }

    /** Returns the secrets in {@code home}, generating and storing those that are missing. */
    static Secrets keptIn(Path home) {
        Secrets known = readOrEmpty(home);
        var all = new EnumMap<Name, String>(known.values);
        for (Name name : Name.values()) {
            all.computeIfAbsent(name, ignored -> random());
        }
        if (all.size() > known.values.size()) {
            Trees.writePrivately(
                    home.resolve(FILE),
                    all.entrySet().stream()
                            .map(e -> e.getKey().key + "=" + e.getValue() + "\n")
                            .collect(Collectors.joining()));
        }
        return new Secrets(all);
    }

    /**
     * Returns the secrets of an existing stack.
     *
     * @throws StackFailure if {@code home} has none
     */
    public static Secrets read(Path home) {
        Secrets secrets = readOrEmpty(home);
        if (secrets.values.size() < Name.values().length) {
            throw new StackFailure("No stack has been started in " + home + ".", "Start one: ./qudao run");
        }
        return secrets;
    }

    public String get(Name name) {
        String value = values.get(name);
        if (value == null) {
            throw new IllegalStateException(name.key + " is missing");
        }
        return value;
    }

    private static Secrets readOrEmpty(Path home) {
        Path file = home.resolve(FILE);
        var found = new EnumMap<Name, String>(Name.class);
        if (Files.exists(file)) {
            var properties = new Properties();
            try (var reader = Files.newBufferedReader(file)) {
                properties.load(reader);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            for (Name name : Name.values()) {
                String value = properties.getProperty(name.key, "");
                if (!value.isBlank()) {
                    found.put(name, value);
                }
            }
        }
        return new Secrets(found);
    }

    private static String random() {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
