package io.qudao.record.internal;

import io.qudao.kernel.CurrencyCode;
import io.qudao.kernel.Money;
import io.qudao.kernel.Value;
import io.qudao.metadata.DataType;
import io.qudao.rest.ValueJson;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Values as they are kept: in {@code data} as JSON (money as {@code [amount, currency]}, dates and instants as ISO texts,
 * exact numbers), in slots as typed columns.
 */
final class FieldCodec {
    private FieldCodec() {}

    /** Writes a value as {@code data} keeps it; not null. */
    static void store(JsonGenerator json, Value value) {
        if (value instanceof Value.Amount(var money)) {
            json.writeStartArray();
            json.writeNumber(money.amount());
            json.writeString(money.currency().value());
            json.writeEndArray();
        } else {
            ValueJson.write(json, value);
        }
    }

    /** Copies a value of {@code data}, at whose first token the parser stands, as the API shows it. */
    static void copy(JsonParser data, JsonGenerator json) {
        switch (data.currentToken()) {
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> json.writeNumber(data.getString());
            case VALUE_STRING ->
                json.writeString(data.getStringCharacters(), data.getStringOffset(), data.getStringLength());
            case START_ARRAY -> {
                json.writeStartObject();
                data.nextToken();
                json.writeName("amount");
                json.writeNumber(data.getString());
                data.nextToken();
                json.writeStringProperty("currency", data.getString());
                data.nextToken();
                json.writeEndObject();
            }
            default -> json.copyCurrentEvent(data);
        }
    }

    /** Statements a value of {@code data}, at whose first token the parser stands. */
    static Value read(JsonParser data, DataType type) {
        if (data.currentToken() == JsonToken.VALUE_NULL) {
            return Value.none();
        }
        return switch (type) {
            case TEXT, PICKLIST -> Value.text(data.getString());
            case INTEGER -> Value.of(data.getLongValue());
            case DECIMAL -> Value.of(data.getDecimalValue());
            case BOOLEAN -> Value.of(data.getBooleanValue());
            case DATE -> Value.of(LocalDate.parse(data.getString()));
            case DATE_TIME -> Value.of(Instant.parse(data.getString()));
            case LOOKUP -> Value.of(UUID.fromString(data.getString()));
            case MONEY -> {
                data.nextToken();
                BigDecimal amount = data.getDecimalValue();
                data.nextToken();
                var currency = new CurrencyCode(data.getString());
                data.nextToken();
                yield Value.of(new Money(amount, currency));
            }
        };
    }

    /**
     * What a slot holds for a value, as JDBC takes it.
     *
     * @param scale digits that a number is shifted by
     */
    static @Nullable Object slot(String column, int scale, Value value) {
        boolean unique = column.startsWith("u");
        return switch (value) {
            case Value.Null _ -> null;
            case Value _ when unique -> unique(value);
            case Value.Text(var text) -> Fold.slot(text);
            case Value.Int(var number) -> number;
            case Value.Decimal(var number) -> scaled(number, scale);
            case Value.Amount(var money) -> scaled(money.amount(), scale);
            case Value.Bool(var truth) -> truth ? 1L : 0L;
            case Value.Date(var date) -> date.atStartOfDay().atOffset(ZoneOffset.UTC);
            case Value.DateTime(var instant) -> instant.atOffset(ZoneOffset.UTC);
            case Value.Ref(var id) -> id;
            case Value.Items _, Value.Fields _ -> throw new IllegalArgumentException("No slot for " + value);
        };
    }

    /** The form in which two values that count as the same are equal; null for none. */
    static @Nullable String unique(Value value) {
        return switch (value) {
            case Value.Null _ -> null;
            case Value.Text(var text) -> Fold.of(text);
            case Value.Int(var number) -> Long.toString(number);
            case Value.Decimal(var number) -> plain(number);
            case Value.Amount(var money) -> money.currency() + " " + plain(money.amount());
            case Value.Bool(var truth) -> Boolean.toString(truth);
            case Value.Date(var date) -> date.toString();
            case Value.DateTime(var instant) -> instant.toString();
            case Value.Ref(var id) -> id.toString();
            case Value.Items _, Value.Fields _ -> throw new IllegalArgumentException("Not unique: " + value);
        };
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    private static long scaled(BigDecimal number, int scale) {
        return number.movePointRight(scale).longValueExact();
    }
}
