package io.qudao.deploy.stack;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;

/**
 * The roles and databases of a stack: {@code qudao_owner} owns and migrates the databases, {@code qudao_app} works in
 * them and owns nothing.
 */
final class Databases {

    static final String OWNER = "qudao_owner";
    static final String APP = "qudao_app";
    static final String CONTROL = "qudao_control";
    static final String SHARD = "qudao_s0";

    private final Postgres postgres;
    private final Secrets secrets;

    Databases(Postgres postgres, Secrets secrets) {
        this.postgres = postgres;
        this.secrets = secrets;
    }

    /** Creates whatever is missing and sets the roles' passwords from the secrets. */
    void create() {
        try (var connection = DriverManager.getConnection(
                postgres.url("postgres"), Postgres.SUPERUSER, secrets.get(Secrets.Name.POSTGRES))) {
            createRole(connection, OWNER, secrets.get(Secrets.Name.DATABASE_OWNER));
            createRole(connection, APP, secrets.get(Secrets.Name.DATABASE_APP));
            for (String database : List.of(CONTROL, SHARD)) {
                if (!exists(connection, "select from pg_database where datname = ?", database)) {
                    execute(connection, "create database %s owner %s".formatted(database, OWNER));
                    execute(connection, "revoke all on database %s from public".formatted(database));
                    execute(connection, "grant connect on database %s to %s".formatted(database, APP));
                }
            }
        } catch (SQLException e) {
            throw new StackFailure("Cannot create the databases: " + e.getMessage());
        }
    }

    private static void createRole(Connection connection, String role, String password) throws SQLException {
        if (!exists(connection, "select from pg_roles where rolname = ?", role)) {
            execute(connection, "create role %s login nosuperuser nobypassrls nocreatedb nocreaterole".formatted(role));
        }
        execute(connection, "alter role %s password '%s'".formatted(role, password.replace("'", "''")));
    }

    private static boolean exists(Connection connection, String query, String name) throws SQLException {
        try (var statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (var rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
