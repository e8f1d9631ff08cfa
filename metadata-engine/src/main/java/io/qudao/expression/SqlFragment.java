package io.qudao.expression;

import java.util.List;

/**
 * A piece of SQL with its bind parameters in the order of their question marks. The parameters are texts, decimals,
 * longs, dates, offset date-times and UUIDs, in the form JDBC takes.
 */
public record SqlFragment(String sql, List<Object> parameters) {
    public SqlFragment {
        parameters = List.copyOf(parameters);
    }
}
