package io.qudao.sql;

import java.sql.SQLException;

/** Receives a row. */
@FunctionalInterface
public interface SqlVisitor {
    void visit(SqlRow row) throws SQLException;
}
