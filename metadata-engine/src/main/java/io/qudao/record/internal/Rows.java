package io.qudao.record.internal;

import java.sql.ResultSet;
import java.sql.SQLException;

/** Converts the rows of a result. */
@FunctionalInterface
interface Rows<T> {
    T read(ResultSet rows) throws SQLException;
}
