package io.qudao.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** A real PostgreSQL: the one named by QUDAO_TEST_POSTGRES, else in Docker, else the embedded binaries. */
public final class TestPostgres {
    public static final String OWNER = "qudao_owner";
    public static final String APP = "qudao_app";
    public static final String PASSWORD = "for-tests-only";

    private static final TestPostgres INSTANCE =
            new TestPostgres(Optional.ofNullable(System.getenv("QUDAO_TEST_POSTGRES"))
                    .filter(url -> !url.isBlank())
                    .orElseGet(TestPostgres::start));

    private final String administratorUrl;

    private TestPostgres(String administratorUrl) {
        this.administratorUrl = administratorUrl;
        makeRoles();
    }

    public static TestPostgres instance() {
        return INSTANCE;
    }

    /** The JDBC address of a new, empty database, owned by {@link #OWNER}. */
    public String newDatabase() {
        String name = "t_" + UUID.randomUUID().toString().replace("-", "");
        execute("create database " + name + " owner " + OWNER);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> drop(name)));
        return address(name);
    }

    private String address(String database) {
        var rest = administratorUrl.replaceFirst("/[^/?]*(\\?.*)?$", "");
        return rest + "/" + database;
    }

    private void makeRoles() {
        for (String role : List.of(OWNER, APP)) {
            execute(
                    ("do $$ begin perform pg_advisory_xact_lock(7711); if not exists (select from pg_roles where rolname = '%s')"
                                    + " then create role %s login password '%s' nosuperuser nobypassrls; end if; end $$")
                            .formatted(role, role, PASSWORD));
        }
    }

    private void drop(String database) {
        try {
            execute("drop database if exists " + database + " with (force)");
        } catch (IllegalStateException gone) {
            // The embedded server may have stopped before; its folder goes with it.
            return;
        }
    }

    private void execute(String sql) {
        try (Connection connection = DriverManager.getConnection(administratorUrl);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failed) {
            throw new IllegalStateException("On the test database server: " + sql, failed);
        }
    }

    @SuppressWarnings("resource") // lives as long as the test run
    private static String start() {
        if (DockerClientFactory.instance().isDockerAvailable()) {
            var container = new PostgreSQLContainer("postgres:18");
            container.start();
            return container.getJdbcUrl() + "?user=" + container.getUsername() + "&password=" + container.getPassword();
        }
        try {
            return EmbeddedPostgres.builder()
                    .setServerConfig("jit", "off")
                    .setServerConfig("fsync", "off")
                    .setServerConfig("max_connections", "300")
                    .start()
                    .getJdbcUrl("postgres", "postgres");
        } catch (IOException failed) {
            throw new UncheckedIOException("No PostgreSQL for tests", failed);
        }
    }
}
