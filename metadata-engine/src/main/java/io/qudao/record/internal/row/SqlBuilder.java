package io.qudao.record.internal.row;

import io.qudao.expression.SqlFragment;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * A statement being built: text and parameters in the order of its question marks. It is for statements about any object,
 * whose tables, columns, joins and conditions are known at run time only, since parts with names of their own would meet
 * in one statement. All others are written with {@link io.qudao.sql.TenantSql}.
 */
public final class SqlBuilder {
    private final StringBuilder text = new StringBuilder(256);
    private final List<Object> parameters = new ArrayList<>();

    public static SqlBuilder of(String part, Object... values) {
        return new SqlBuilder().add(part, values);
    }

    public SqlBuilder add(String part, Object... values) {
        text.append(part);
        for (Object value : values) {
            parameters.add(value);
        }
        return this;
    }

    public SqlBuilder add(SqlFragment fragment) {
        text.append(fragment.sql());
        parameters.addAll(fragment.parameters());
        return this;
    }

    public SqlBuilder add(SqlBuilder other) {
        text.append(other.text);
        parameters.addAll(other.parameters);
        return this;
    }

    /** Removes the last characters, which contain no parameters. */
    public SqlBuilder cut(int characters) {
        text.setLength(text.length() - characters);
        return this;
    }

    public String text() {
        return text.toString();
    }

    List<Object> parameters() {
        return List.copyOf(parameters);
    }

    /** @param first index of the first parameter */
    void bind(PreparedStatement statement, int first) throws SQLException {
        int index = first;
        for (Object parameter : parameters) {
            bind(statement, index++, parameter);
        }
    }

    private static void bind(PreparedStatement statement, int index, Object value) throws SQLException {
        switch (value) {
            case String text -> statement.setString(index, text);
            case Integer number -> statement.setInt(index, number);
            case Long number -> statement.setLong(index, number);
            case BigDecimal number -> statement.setBigDecimal(index, number);
            case Boolean truth -> statement.setBoolean(index, truth);
            case UUID _, LocalDate _, OffsetDateTime _ -> statement.setObject(index, value);
            case Nothing(int type) -> statement.setNull(index, type);
            case UUID[] ids -> statement.setArray(index, array(statement, "uuid", ids));
            case String[] texts -> statement.setArray(index, array(statement, "text", texts));
            default -> throw new IllegalArgumentException("Not a parameter: " + value.getClass());
        }
    }

    private static java.sql.Array array(PreparedStatement statement, String type, Object[] items) throws SQLException {
        Connection connection = statement.getConnection();
        return connection.createArrayOf(type, items);
    }

    /** SQL NULL with a type of {@link java.sql.Types}. */
    public record Nothing(int type) {}
}
