package io.qudao.record;

import io.qudao.expression.SqlFragment;
import io.qudao.tenancy.Caller;

/** Which rows of a standard table a caller may see: a bean of the module that owns the table. */
public interface RowScope {
    /** As in {@link io.qudao.metadata.Storage.Table#scope()}. */
    String name();

    /**
     * A condition on the table under the alias {@code r}, beside that of the tenant; {@code true} for all rows.
     *
     * @return constants as bind parameters, none of them null; equal SQL for callers of the same kind
     */
    SqlFragment predicate(Caller caller);
}
