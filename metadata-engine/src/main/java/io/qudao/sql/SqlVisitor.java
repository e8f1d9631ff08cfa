package io.qudao.sql;

import java.sql.SQLException;

/** Does something with a row. */
@FunctionalInterface
public interface SqlVisitor {
    void visit(SqlRow row) throws SQLException;
}
