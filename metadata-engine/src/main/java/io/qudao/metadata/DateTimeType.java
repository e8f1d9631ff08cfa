package io.qudao.metadata;

import io.qudao.expression.FieldType.Scalar;
import io.qudao.expression.SqlKind;
import io.qudao.kernel.Value;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** An instant with microsecond precision. */
final class DateTimeType extends TypeRules {
    DateTimeType() {
        super(Scalar.DATE_TIME, SqlKind.TIMESTAMPTZ, "d");
    }

    private static Instant instant(Value value) {
        return ((Value.DateTime) value).value();
    }

    @Override
    Object slotValue(Value value, int scale) {
        return instant(value).atOffset(ZoneOffset.UTC);
    }

    @Override
    int compare(Value a, Value b) {
        return instant(a).compareTo(instant(b));
    }

    @Override
    String cast() {
        return "::timestamptz";
    }

    @Override
    Value read(JsonParser data) {
        return Value.of(Instant.parse(data.getString()));
    }

    @Override
    Value coerce(Given to, Value given) {
        Optional<Instant> instant = switch (given) {
            case Value.DateTime(var exact) -> Optional.of(exact);
            case Value.Text(var text) -> instant(text);
            default -> Optional.empty();
        };
        return instant.flatMap(Value.DateTime::inRange)
                .map(exact -> Value.of(exact.truncatedTo(ChronoUnit.MICROS)))
                .orElseGet(to::wrong);
    }

    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException notOne) {
            return Optional.empty();
        }
    }

    /** Unlike programs, people write times without an offset. */
    @Override
    Value parse(Given to, String text, ZoneId zone) {
        return Value.DateTime.parse(text, zone).map(Value::of).orElseGet(to::wrong);
    }

    @Override
    String text(Value value) {
        return instant(value).toString();
    }

    @Override
    void describe(ObjectNode schema, Described field) {
        field.type(schema, "string").put("format", "date-time");
    }

    @Override
    JsonNode example(Field field) {
        return NODES.stringNode(DateType.SOME_DAY + "T12:00:00Z");
    }
}
