package io.qudao.deploy.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** PostgreSQL with its data in the stack's folder. */
record Postgres(StackFolder folder, Binaries binaries, Secrets secrets, int port, Sizing sizing) implements Service {

    static final String SUPERUSER = "postgres";

    private static final Duration PROBE_TIMEOUT = Duration.ofSeconds(2);

    @Override
    public String name() {
        return "postgres";
    }

    private Path data() {
        return folder.path("postgres");
    }

    private Path program(String name) {
        return binaries.postgres(HostPlatform.current()).resolve("bin").resolve(name);
    }

    /** Returns the URL of {@code database}. */
    String url(String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database);
    }

    @Override
    public void prepare() {
        try {
            if (Files.exists(data())) {
                checkVersion();
                removeStaleLock();
            } else {
                initialize();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Creates the cluster next to its final location and moves it there when it is complete. */
    private void initialize() throws IOException {
        Path part = folder.path("postgres.new");
        Path password = folder.path("postgres.password");
        Trees.delete(part);
        Trees.writePrivately(password, secrets.get(Secrets.Name.POSTGRES));
        try {
            Commands.output(Launch.unprivileged(List.of(
                    program("initdb").toString(),
                    "--pgdata=" + part,
                    "--username=" + SUPERUSER,
                    "--pwfile=" + password,
                    "--auth=scram-sha-256",
                    "--encoding=UTF8",
                    "--locale-provider=builtin",
                    "--builtin-locale=C.UTF-8",
                    "--lc-collate=C",
                    "--lc-ctype=" + (HostPlatform.current().isMac() ? "UTF-8" : "C.UTF-8"))));
        } finally {
            Files.deleteIfExists(password);
        }
        Files.move(part, data(), StandardCopyOption.ATOMIC_MOVE);
    }

    private void checkVersion() throws IOException {
        Path file = data().resolve("PG_VERSION");
        String kept = Files.exists(file) ? Files.readString(file).strip() : "none";
        String brought = Commands.output(List.of(program("postgres").toString(), "--version"))
                .replaceAll(".*\\) (\\d+).*", "$1");
        if (!kept.equals(brought)) {
            throw new StackFailure(
                    "%s holds data of PostgreSQL version %s; this Qudao brings version %s."
                            .formatted(data(), kept, brought),
                    "Keep it for the version that wrote it and use another folder: ./qudao run --home FOLDER",
                    "Or delete it and start anew: ./qudao run --fresh");
        }
    }

    /**
     * Removes the lock file left by a server killed together with its machine. Its process id may now belong to another
     * program, and PostgreSQL would not start. A server that still runs on this folder is stopped in order. The lock of
     * a process that no longer exists stays: PostgreSQL uses it to find out whether sessions of a killed server still
     * write.
     */
    private void removeStaleLock() throws IOException {
        Path file = data().resolve("postmaster.pid");
        if (!Files.exists(file)) {
            return;
        }
        Optional<ProcessHandle> holder = Files.readAllLines(file).stream()
                .findFirst()
                .filter(pid -> pid.matches("\\d+"))
                .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid)));
        if (holder.isEmpty()) {
            return;
        }
        if (holder.get().info().commandLine().orElse("").contains(data().toString())) {
            stopSignal().end(holder.get(), grace());
        }
        Files.deleteIfExists(file);
    }

    @Override
    public Launch launch() {
        var command = new ArrayList<>(List.of(program("postgres").toString(), "-D", data().toString()));
        settings().forEach((name, value) -> {
            command.add("-c");
            command.add(name + "=" + value);
        });
        return new Launch(Launch.unprivileged(command), Map.of("LC_ALL", "C"), folder.path("."));
    }

    private Map<String, String> settings() {
        return Map.ofEntries(
                Map.entry("listen_addresses", "127.0.0.1"),
                Map.entry("port", Integer.toString(port)),
                Map.entry("unix_socket_directories", ""),
                Map.entry("max_connections", "200"),
                Map.entry("fsync", "on"),
                Map.entry("jit", "off"),
                Map.entry("shared_buffers", sizing.sharedBuffers() + "MB"),
                Map.entry("effective_cache_size", 3 * sizing.sharedBuffers() + "MB"),
                Map.entry("max_wal_size", "2GB"),
                Map.entry("random_page_cost", "1.1"),
                Map.entry("timezone", "UTC"),
                Map.entry("log_timezone", "UTC"));
    }

    /** Also checks that it is this server that responds, because another one on the port would receive our writes. */
    @Override
    public boolean answers() {
        DriverManager.setLoginTimeout((int) PROBE_TIMEOUT.toSeconds());
        try (var connection =
                        DriverManager.getConnection(url("postgres"), SUPERUSER, secrets.get(Secrets.Name.POSTGRES));
                var statement = connection.createStatement();
                var row = statement.executeQuery("show data_directory")) {
            row.next();
            if (!Path.of(row.getString(1)).toRealPath().equals(data().toRealPath())) {
                throw new StackFailure(
                        "Another PostgreSQL answers on port %d: its data is in %s.".formatted(port, row.getString(1)));
            }
            return true;
        } catch (SQLException e) {
            if ("28P01".equals(e.getSQLState())) {
                throw new StackFailure(
                        "PostgreSQL does not take the password kept in %s.".formatted(folder.path(Secrets.FILE)),
                        "Put back the file that belongs to this data, or start anew: ./qudao run --fresh");
            }
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Stage stage() {
        return Stage.STORE;
    }

    @Override
    public Duration patience() {
        return Duration.ofMinutes(2);
    }

    @Override
    public StopSignal stopSignal() {
        return StopSignal.INT;
    }

    @Override
    public Duration grace() {
        return Duration.ofSeconds(30);
    }
}
