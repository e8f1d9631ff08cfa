package io.qudao.record.internal.row;

import io.qudao.kernel.ProblemException;
import io.qudao.record.RecordProblem;
import io.qudao.tenancy.TenantScope;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.support.SQLExceptionSubclassTranslator;
import org.springframework.jdbc.support.SQLExceptionTranslator;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Runs statements. Inside a transaction, queries are part of it; outside, each one is a transaction of its own that
 * takes one round trip. A search is planned for its actual values, because a generic plan would choose the wrong one of
 * many slot indexes (design/storage, section 2); one that is asked often keeps that plan. A look-up by key keeps its plan.
 */
@Component
public class Statements {
    private static final String CANCELLED = "57014";
    private static final String PLAN_FOR_VALUES = "set_config('plan_cache_mode', 'force_custom_plan', true)";
    private static final String PLAN_AS_BEFORE = "select set_config('plan_cache_mode', 'auto', true)";

    private final DataSource dataSource;
    private final String limit;
    private final FrequentSearches frequent = new FrequentSearches();
    private final SQLExceptionTranslator translator = new SQLExceptionSubclassTranslator();

    Statements(DataSource dataSource, RecordProperties properties) {
        this.dataSource = dataSource;
        this.limit = "set_config('statement_timeout', '" + properties.slowest().toMillis() + "', true)";
    }

    /** Runs a query by key. */
    public <T> T lookUp(SqlBuilder sql, Rows<T> rows) {
        return TransactionSynchronizationManager.isActualTransactionActive()
                ? joined("", sql, "", rows)
                : alone(TenantScope.NAMING + "; ", sql, rows);
    }

    /** Runs a query by conditions; refused if it takes too long. */
    public <T> T search(SqlBuilder sql, Rows<T> rows) {
        return TransactionSynchronizationManager.isActualTransactionActive()
                ? joined("select " + PLAN_FOR_VALUES + "; ", sql, "; " + PLAN_AS_BEFORE, rows)
                : alone(TenantScope.NAMING + ", " + PLAN_FOR_VALUES + ", " + limit + "; ", frequent.fixed(sql), rows);
    }

    /** Runs a write in the running transaction; returns the number of rows. */
    public int update(SqlBuilder sql) throws SQLException {
        Connection connection = DataSourceUtils.getConnection(dataSource);
        try (var statement = connection.prepareStatement(sql.text())) {
            sql.bind(statement, 1);
            return statement.executeUpdate();
        } finally {
            DataSourceUtils.releaseConnection(connection, dataSource);
        }
    }

    /** Runs the same write with each of these parameter lists in the running transaction. */
    public void updateAll(List<SqlBuilder> same) throws SQLException {
        Connection connection = DataSourceUtils.getConnection(dataSource);
        try (var statement = connection.prepareStatement(same.getFirst().text())) {
            for (SqlBuilder sql : same) {
                sql.bind(statement, 1);
                statement.addBatch();
            }
            statement.executeBatch();
        } finally {
            DataSourceUtils.releaseConnection(connection, dataSource);
        }
    }

    public RuntimeException translate(SQLException failed) {
        if (CANCELLED.equals(failed.getSQLState())) {
            return new ProblemException(RecordProblem.TOO_SLOW);
        }
        var translated = translator.translate("records", null, failed);
        return translated == null ? new IllegalStateException(failed) : translated;
    }

    private <T> T alone(String prefix, SqlBuilder sql, Rows<T> rows) {
        try (var connection = dataSource.getConnection()) {
            connection.setAutoCommit(true);
            try (var statement = connection.prepareStatement(prefix + sql.text())) {
                sql.bind(statement, 2);
                return read(statement, true, rows);
            }
        } catch (SQLException failed) {
            throw translate(failed);
        }
    }

    private <T> T joined(String prefix, SqlBuilder sql, String suffix, Rows<T> rows) {
        Connection connection = DataSourceUtils.getConnection(dataSource);
        try (var statement = connection.prepareStatement(prefix + sql.text() + suffix)) {
            sql.bind(statement, 1);
            return read(statement, !prefix.isEmpty(), rows);
        } catch (SQLException failed) {
            throw translate(failed);
        } finally {
            DataSourceUtils.releaseConnection(connection, dataSource);
        }
    }

    private static <T> T read(PreparedStatement statement, boolean second, Rows<T> rows) throws SQLException {
        statement.execute();
        if (second) {
            statement.getMoreResults();
        }
        try (ResultSet result = statement.getResultSet()) {
            return rows.read(result);
        }
    }
}
