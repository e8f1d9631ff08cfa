package io.qudao.deploy.stack;

import io.qudao.deploy.stack.Secrets.Name;
import io.qudao.deploy.stack.StackOptions.Scope;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Stacks for tests: services only, on free ports, with the servers unpacked once for all tests. */
final class StackFixture implements Progress {

    private static final Path PROJECT = Path.of("..");
    private static final Path UNPACKED = Path.of("target", "test-servers").toAbsolutePath();

    private final List<String> notes = new CopyOnWriteArrayList<>();

    static StackOptions services(Path home) throws IOException {
        Files.createDirectories(UNPACKED);
        Files.createDirectories(home);
        if (!Files.exists(home.resolve("bin"))) {
            Files.createSymbolicLink(home.resolve("bin"), UNPACKED);
        }
        return StackOptions.at(home, PROJECT)
                .withPort(0)
                .withScope(Scope.SERVICES)
                .withStartCache(false);
    }

    LocalStack start(Path home) throws IOException, InterruptedException {
        return LocalStack.start(services(home), this);
    }

    List<String> notes() {
        return notes;
    }

    /** Runs a statement in the tenants' database as its owner. */
    static void execute(LocalStack stack, String sql) throws SQLException {
        var database = stack.description().database();
        try (var connection = DriverManager.getConnection(
                        database.shard(), database.owner(), stack.secrets().get(Name.DATABASE_OWNER));
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** One value, read in the tenants' database as {@code role}. */
    static String read(LocalStack stack, String role, String sql) throws SQLException {
        var database = stack.description().database();
        Name secret = role.equals(database.owner()) ? Name.DATABASE_OWNER : Name.DATABASE_APP;
        try (var connection = DriverManager.getConnection(
                        database.shard(), role, stack.secrets().get(secret));
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    @Override
    public void starting(String service) {}

    @Override
    public void ready(String service, Duration took) {}

    @Override
    public void note(String text) {
        notes.add(text);
    }
}
