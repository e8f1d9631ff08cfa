package io.qudao.metadata;

import io.qudao.expression.Column;
import io.qudao.expression.FieldType.Scalar;
import io.qudao.expression.SqlKind;
import io.qudao.kernel.CurrencyCode;
import io.qudao.kernel.Money;
import io.qudao.kernel.Value;
import io.qudao.metadata.DataType.Attribute;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * An amount and its currency, stored in documents as {@code [amount, currency]}. Amounts of different currencies cannot
 * be combined.
 */
final class MoneyType extends TypeRules {
    private static final String AMOUNT = "amount";
    private static final String CURRENCY = "currency";
    private static final Comparator<Money> ORDER =
            Comparator.comparing((Money money) -> money.currency().value()).thenComparing(Money::amount);

    MoneyType() {
        super(Scalar.MONEY, SqlKind.NUMERIC, "n", Attribute.PRECISION, Attribute.SCALE);
    }

    private static Money money(Value value) {
        return ((Value.Amount) value).value();
    }

    @Override
    Set<Scalar> assignable() {
        return Set.of(Scalar.MONEY, Scalar.DECIMAL);
    }

    @Override
    Object slotValue(Value value, int scale) {
        return money(value).amount().movePointRight(scale).longValueExact();
    }

    @Override
    String key(Value value) {
        return money(value).currency().value() + " "
                + DecimalType.plain(money(value).amount());
    }

    @Override
    int compare(Value a, Value b) {
        return ORDER.compare(money(a), money(b));
    }

    @Override
    Column column(String sql, String currency) {
        return new Column.Amount(Column.of(sql, SqlKind.NUMERIC), currency);
    }

    @Override
    String cast() {
        return "::numeric";
    }

    @Override
    Column document(String data, String key) {
        return new Column.Amount(Column.of(element(data, key, 0) + cast(), SqlKind.NUMERIC), element(data, key, 1));
    }

    @Override
    Column slot(String data, String key, String slot, int scale) {
        return new Column.Amount(new Column.Scaled(slot, scale), element(data, key, 1));
    }

    private static String element(String data, String key, int index) {
        return "(" + data + "->'" + key + "'->>" + index + ")";
    }

    @Override
    void store(JsonGenerator json, Value value) {
        json.writeStartArray();
        json.writeNumber(money(value).amount());
        json.writeString(money(value).currency().value());
        json.writeEndArray();
    }

    @Override
    Value read(JsonParser data) {
        data.nextToken();
        BigDecimal amount = data.getDecimalValue();
        data.nextToken();
        var currency = new CurrencyCode(data.getString());
        data.nextToken();
        return Value.of(new Money(amount, currency));
    }

    @Override
    void copy(JsonParser data, JsonGenerator json) {
        json.writeStartObject();
        data.nextToken();
        json.writeStringProperty(AMOUNT, data.getString());
        data.nextToken();
        json.writeStringProperty(CURRENCY, data.getString());
        data.nextToken();
        json.writeEndObject();
    }

    @Override
    Value coerce(Given to, Value given) {
        return switch (given) {
            case Value.Amount(var money) -> fitting(to, money.amount(), money.currency());
            case Value.Fields(var parts) when parts.keySet().equals(Set.of(AMOUNT, CURRENCY)) -> parts(to, parts);
            default ->
                Given.number(given)
                        .map(amount -> fitting(to, amount, to.currency()))
                        .orElseGet(to::wrong);
        };
    }

    private static Value parts(Given to, Map<String, Value> parts) {
        var amount = Given.number(parts.getOrDefault(AMOUNT, Value.none()));
        if (amount.isEmpty()) {
            return to.wrong();
        }
        return currency(parts.getOrDefault(CURRENCY, Value.none()))
                .map(code -> fitting(to, amount.get(), code))
                .orElseGet(() -> to.violation("record.currency"));
    }

    private static Value fitting(Given to, BigDecimal amount, CurrencyCode code) {
        return to.fits(amount) ? Value.of(new Money(amount.setScale(to.field().scale()), code)) : Value.none();
    }

    private static Optional<CurrencyCode> currency(Value given) {
        return given instanceof Value.Text(var code)
                        && Currency.getAvailableCurrencies().stream()
                                .anyMatch(known -> known.getCurrencyCode().equals(code))
                ? Optional.of(new CurrencyCode(code))
                : Optional.empty();
    }

    @Override
    Value rounded(Value computed, int scale) {
        return switch (computed) {
            case Value.Decimal(var number) -> Value.of(rounded(number, scale));
            case Value.Amount(var money) -> Value.of(new Money(rounded(money.amount(), scale), money.currency()));
            default -> computed;
        };
    }

    private static BigDecimal rounded(BigDecimal number, int scale) {
        return number.setScale(Math.min(number.scale(), scale), RoundingMode.HALF_UP);
    }

    @Override
    String text(Value value) {
        return money(value).amount().toPlainString() + " "
                + money(value).currency().value();
    }

    @Override
    Value parse(Given to, String text, ZoneId zone) {
        int blank = text.indexOf(' ');
        return blank < 0
                ? coerce(to, Value.text(text))
                : parts(
                        to,
                        Map.of(
                                AMOUNT, Value.text(text.substring(0, blank)),
                                CURRENCY, Value.text(text.substring(blank + 1).strip())));
    }

    @Override
    void describe(ObjectNode schema, Described field) {
        field.type(schema, "object");
        var parts = schema.putObject("properties");
        field.exact(parts.putObject(AMOUNT).put("type", "string"));
        parts.putObject(CURRENCY).put("type", "string").put("pattern", "^[A-Z]{3}$");
        schema.putArray("required").add(AMOUNT).add(CURRENCY);
        schema.put("additionalProperties", false);
    }

    @Override
    JsonNode example(Field field) {
        return NODES.objectNode()
                .put(AMOUNT, Described.example(field, BigDecimal.TEN))
                .put(CURRENCY, "CNY");
    }
}
