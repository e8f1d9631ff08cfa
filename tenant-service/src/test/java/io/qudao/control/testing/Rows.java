package io.qudao.control.testing;

import io.qudao.testing.TestPostgres;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Looks into the database as the program's own role does, for one tenant or for none. */
public final class Rows {

    private Rows() {}

    /** The first column of a query's rows as a tenant sees them; 0 for no tenant. */
    public static List<String> of(String sql, int tenant) {
        return work(tenant, statement -> {
            var found = new ArrayList<String>();
            try (var rows = statement.executeQuery(sql)) {
                while (rows.next()) {
                    found.add(rows.getString(1));
                }
            }
            return found;
        });
    }

    /** Changes rows that belong to no tenant. */
    public static void change(String sql) {
        change(sql, 0);
    }

    /** Changes a tenant's rows. */
    public static void change(String sql, int tenant) {
        work(tenant, statement -> statement.executeUpdate(sql));
    }

    private interface Work<T> {
        T on(Statement statement) throws SQLException;
    }

    private static <T> T work(int tenant, Work<T> work) {
        try (var connection =
                        DriverManager.getConnection(ControlStack.DATABASE, TestPostgres.APP, TestPostgres.PASSWORD);
                var statement = connection.createStatement()) {
            statement.execute("set search_path to control");
            if (tenant != 0) {
                statement.execute("set app.tenant_id = '" + tenant + "'");
            }
            return work.on(statement);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
