package io.qudao.record.internal.row;

import io.qudao.expression.FieldType.Scalar;
import io.qudao.expression.SqlKind;
import io.qudao.kernel.CurrencyCode;
import io.qudao.kernel.Money;
import io.qudao.kernel.Value;
import io.qudao.metadata.Field;
import io.qudao.record.Row;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonToken;

/** Converts result rows to records. */
public final class RowReader {
    private RowReader() {}

    public static Row read(ResultSet rows, String object, Projection projection) throws SQLException {
        var values = values(rows, projection);
        var byName = new LinkedHashMap<String, Value>();
        for (int index = 0; index < values.length; index++) {
            byName.put(projection.fields().get(index).name(), values[index]);
        }
        return new Row(
                object,
                rows.getObject(Projection.ID, UUID.class),
                rows.getLong(Projection.VERSION),
                Objects.requireNonNullElse(rows.getString(Projection.NAME), ""),
                byName,
                Map.of());
    }

    /** Returns the value of a field that has its own columns. */
    public static Value column(ResultSet rows, int column, Field field) throws SQLException {
        return field.type().scalar() == Scalar.MONEY
                ? money(rows.getBigDecimal(column), rows.getString(column + 1))
                : value(rows, column, field.type().kind());
    }

    private static Value value(ResultSet rows, int column, SqlKind kind) throws SQLException {
        Value value = switch (kind) {
            case TEXT -> orNone(rows.getString(column), Value::text);
            case INTEGER -> Value.of(rows.getLong(column));
            case NUMERIC -> orNone(rows.getBigDecimal(column), Value::of);
            case BOOLEAN -> Value.of(rows.getBoolean(column));
            case DATE -> orNone(rows.getObject(column, LocalDate.class), Value::of);
            case TIMESTAMPTZ, UTC_MIDNIGHT ->
                orNone(rows.getObject(column, OffsetDateTime.class), instant -> Value.of(instant.toInstant()));
            case UUID -> orNone(rows.getObject(column, UUID.class), Value::of);
            case JSON_LIST -> throw new IllegalArgumentException("No field is a list");
        };
        return rows.wasNull() ? Value.none() : value;
    }

    private static Value[] values(ResultSet rows, Projection projection) throws SQLException {
        var values = new Value[projection.fields().size()];
        Arrays.fill(values, Value.none());
        for (int index = 0; index < values.length; index++) {
            if (projection.column(index) > 0) {
                values[index] = column(
                        rows, projection.column(index), projection.fields().get(index));
            }
        }
        if (projection.data() > 0) {
            readData(rows.getBytes(projection.data()), projection, values);
        }
        return values;
    }

    private static void readData(byte[] data, Projection projection, Value[] values) {
        try (var json = Json.read(data)) {
            json.nextToken();
            while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                int index = projection.index(json.currentName());
                var token = json.nextToken();
                if (index < 0) {
                    json.skipChildren();
                } else if (token != JsonToken.VALUE_NULL) {
                    values[index] = projection.fields().get(index).type().read(json);
                }
            }
        }
    }

    /** As modules read their own amounts: with the digits of the currency, whatever the column has room for. */
    private static Value money(@Nullable BigDecimal amount, @Nullable String currency) {
        return amount == null || currency == null
                ? Value.none()
                : Value.of(new Money(amount.stripTrailingZeros(), new CurrencyCode(currency)));
    }

    private static <T> Value orNone(@Nullable T value, Function<T, Value> wrap) {
        return value == null ? Value.none() : wrap.apply(value);
    }
}
