package io.qudao.sql;

import java.sql.SQLException;

/** Makes something of a row. */
@FunctionalInterface
public interface SqlReader<T> {
    T read(SqlRow row) throws SQLException;
}
