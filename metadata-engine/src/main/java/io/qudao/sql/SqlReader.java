package io.qudao.sql;

import java.sql.SQLException;

/** Converts a row. */
@FunctionalInterface
public interface SqlReader<T> {
    T read(SqlRow row) throws SQLException;
}
