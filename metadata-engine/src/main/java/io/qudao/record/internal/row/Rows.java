package io.qudao.record.internal.row;

import java.sql.ResultSet;
import java.sql.SQLException;

/** Converts the rows of a result. */
@FunctionalInterface
public interface Rows<T> {
    T read(ResultSet rows) throws SQLException;
}
