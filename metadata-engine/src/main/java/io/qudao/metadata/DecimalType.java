package io.qudao.metadata;

import io.qudao.expression.Column;
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

/** An exact decimal. */
final class DecimalType extends TypeRules {
    static final int USUAL_PRECISION = 18;
    static final int USUAL_SCALE = 2;

    DecimalType() {
        super(Scalar.DECIMAL, SqlKind.NUMERIC, "n", Attribute.PRECISION, Attribute.SCALE);
    }

    private static BigDecimal number(Value value) {
        return ((Value.Decimal) value).value();
    }

    static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    @Override
    Object slotValue(Value value, int scale) {
        return number(value).movePointRight(scale).longValueExact();
    }

    @Override
    String key(Value value) {
        return plain(number(value));
    }

    @Override
    int compare(Value a, Value b) {
        return number(a).compareTo(number(b));
    }

    @Override
    String cast() {
        return "::numeric";
    }

    @Override
    Column slot(String data, String key, String slot, int scale) {
        return new Column.Scaled(slot, scale);
    }

    @Override
    void store(JsonGenerator json, Value value) {
        json.writeNumber(number(value));
    }

    @Override
    Value read(JsonParser data) {
        return Value.of(data.getDecimalValue());
    }

    @Override
    void copy(JsonParser data, JsonGenerator json) {
        json.writeString(data.getString());
    }

    @Override
    Value coerce(Given to, Value given) {
        var number = Given.number(given);
        if (number.isEmpty()) {
            return to.wrong();
        }
        return to.fits(number.get()) ? Value.of(number.get().setScale(to.field().scale())) : Value.none();
    }

    @Override
    Value rounded(Value computed, int scale) {
        return computed instanceof Value.Decimal(BigDecimal number)
                ? Value.of(number.setScale(Math.min(number.scale(), scale), RoundingMode.HALF_UP))
                : computed;
    }

    @Override
    String text(Value value) {
        return number(value).toPlainString();
    }

    @Override
    void describe(ObjectNode schema, Described field) {
        field.exact(field.type(schema, "string"))
                .put(
                        "description",
                        "At most %d digits, %d of them behind the point; may be sent as a number."
                                .formatted(
                                        field.field().precision(), field.field().scale()));
    }

    @Override
    JsonNode example(Field field) {
        return NODES.stringNode(Described.example(field, BigDecimal.ONE));
    }
}
