package io.qudao.record;

import io.qudao.expression.SqlFragment;
import io.qudao.tenancy.Caller;

/** The rows of a standard table that a caller may see; implemented by a bean of the module that owns the table. */
public interface RowScope {
    /** Returns the name used in {@link io.qudao.metadata.Storage.Table#scope()}. */
    String name();

    /**
     * Returns a condition on the table with the alias {@code r}, in addition to the one on the tenant; {@code true} for
     * all rows.
     *
     * @return SQL with constants as bind parameters, none of them null; the SQL is equal for callers of the same kind
     */
    SqlFragment predicate(Caller caller);
}
