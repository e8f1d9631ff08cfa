package io.qudao.metadata;

import io.qudao.expression.FieldType.Scalar;
import io.qudao.expression.SqlKind;
import io.qudao.kernel.Value;
import io.qudao.metadata.DataType.Attribute;
import java.math.BigDecimal;
import java.math.RoundingMode;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A whole number of 64 bits. */
final class IntegerType extends TypeRules {
    IntegerType() {
        super(Scalar.INTEGER, SqlKind.INTEGER, "n", Attribute.UNIQUE);
    }

    private static long number(Value value) {
        return ((Value.Int) value).value();
    }

    @Override
    Object slotValue(Value value, int scale) {
        return number(value);
    }

    @Override
    int compare(Value a, Value b) {
        return Long.compare(number(a), number(b));
    }

    @Override
    String cast() {
        return "::bigint";
    }

    @Override
    void store(JsonGenerator json, Value value) {
        json.writeNumber(number(value));
    }

    @Override
    Value read(JsonParser data) {
        return Value.of(data.getLongValue());
    }

    @Override
    Value coerce(Given to, Value given) {
        var number = Given.number(given);
        if (number.isEmpty()) {
            return to.wrong();
        }
        try {
            return Value.of(number.get().longValueExact());
        } catch (ArithmeticException fractionOrTooLarge) {
            return to.wrong();
        }
    }

    @Override
    Value rounded(Value computed, int scale) {
        return computed instanceof Value.Decimal(BigDecimal number)
                ? Value.of(number.setScale(0, RoundingMode.HALF_UP))
                : computed;
    }

    @Override
    String text(Value value) {
        return Long.toString(number(value));
    }

    @Override
    void describe(ObjectNode schema, Described field) {
        field.type(schema, "integer", "string").put("format", "int64").put("pattern", "^-?[0-9]{1,19}$");
        schema.put("description", "A text where the number is beyond 2^53, which JavaScript cannot hold.");
    }

    @Override
    JsonNode example(Field field) {
        return NODES.numberNode(1);
    }
}
