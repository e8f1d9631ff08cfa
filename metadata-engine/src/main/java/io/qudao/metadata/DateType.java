package io.qudao.metadata;

import io.qudao.expression.Column;
import io.qudao.expression.FieldType.Scalar;
import io.qudao.expression.SqlKind;
import io.qudao.kernel.Value;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.regex.Pattern;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A day; slots hold its midnight in UTC. */
final class DateType extends TypeRules {
    static final String SOME_DAY = "2026-01-31";
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    DateType() {
        super(Scalar.DATE, SqlKind.DATE, "d");
    }

    private static LocalDate date(Value value) {
        return ((Value.Date) value).value();
    }

    @Override
    Object slotValue(Value value, int scale) {
        return date(value).atStartOfDay().atOffset(ZoneOffset.UTC);
    }

    @Override
    int compare(Value a, Value b) {
        return date(a).compareTo(date(b));
    }

    @Override
    String cast() {
        return "::date";
    }

    @Override
    Column slot(String data, String key, String slot, int scale) {
        return Column.of(slot, SqlKind.UTC_MIDNIGHT);
    }

    @Override
    Value read(JsonParser data) {
        return Value.of(LocalDate.parse(data.getString()));
    }

    @Override
    Value coerce(Given to, Value given) {
        if (given instanceof Value.Date(var date)) {
            return to.inYears(date.getYear(), given);
        }
        if (!(given instanceof Value.Text(var text)) || !DATE.matcher(text).matches()) {
            return to.wrong();
        }
        try {
            var date = LocalDate.parse(text);
            return to.inYears(date.getYear(), Value.of(date));
        } catch (DateTimeException noSuchDay) {
            return to.wrong();
        }
    }

    @Override
    String text(Value value) {
        return date(value).toString();
    }

    @Override
    void describe(ObjectNode schema, Described field) {
        field.type(schema, "string").put("format", "date");
    }

    @Override
    JsonNode example(Field field) {
        return NODES.stringNode(SOME_DAY);
    }
}
