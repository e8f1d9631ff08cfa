package io.qudao.metadata;

import io.qudao.expression.Column;
import io.qudao.expression.FieldType.Scalar;
import io.qudao.expression.SqlKind;
import io.qudao.kernel.Value;
import java.time.ZoneId;
import java.util.Locale;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Yes or no. */
final class BooleanType extends TypeRules {
    BooleanType() {
        super(Scalar.BOOLEAN, SqlKind.BOOLEAN, "n");
    }

    private static boolean truth(Value value) {
        return ((Value.Bool) value).value();
    }

    @Override
    Object slotValue(Value value, int scale) {
        return truth(value) ? 1L : 0L;
    }

    @Override
    int compare(Value a, Value b) {
        return Boolean.compare(truth(a), truth(b));
    }

    @Override
    String cast() {
        return "::boolean";
    }

    @Override
    Column slot(String data, String key, String slot, int scale) {
        return document(data, key);
    }

    @Override
    Value read(JsonParser data) {
        return Value.of(data.getBooleanValue());
    }

    @Override
    Value coerce(Given to, Value given) {
        return given instanceof Value.Bool ? given : to.wrong();
    }

    @Override
    String text(Value value) {
        return Boolean.toString(truth(value));
    }

    @Override
    Value parse(Given to, String text, ZoneId zone) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true" -> Value.of(true);
            case "false" -> Value.of(false);
            default -> to.wrong();
        };
    }

    @Override
    void describe(ObjectNode schema, Described field) {
        field.type(schema, "boolean");
    }

    @Override
    JsonNode example(Field field) {
        return NODES.booleanNode(true);
    }
}
