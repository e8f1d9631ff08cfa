package io.qudao.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import io.qudao.kernel.CurrencyCode;
import io.qudao.kernel.Money;
import io.qudao.kernel.Value;
import io.qudao.kernel.Violations;
import io.qudao.rest.FieldsBody;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** Every type is whole: whatever way a value goes, the same value comes back. */
class DataTypesUnitTests {
    private static final CurrencyCode CNY = new CurrencyCode("CNY");
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    /** Values of each type that are easily spoilt, in the order of a list. */
    private static final Map<DataType, List<Value>> VALUES = new EnumMap<>(Map.of(
            DataType.TEXT, texts("0012", "3號倉", "a b", "B", "true", "\uD83D\uDE00"),
            DataType.PICKLIST, texts("a", "b"),
            DataType.INTEGER,
                    Stream.of(Long.MIN_VALUE, -1L, 0L, 9007199254740993L, Long.MAX_VALUE)
                            .map(Value::of)
                            .toList(),
            DataType.DECIMAL,
                    Stream.of("-9999999999.9999", "-0.1000", "0.0000", "12345678901234.5678")
                            .map(text -> Value.of(new BigDecimal(text)))
                            .toList(),
            DataType.BOOLEAN, List.of(Value.of(false), Value.of(true)),
            DataType.DATE,
                    Stream.of("0001-01-01", "2024-02-29", "9999-12-31")
                            .map(text -> Value.of(LocalDate.parse(text)))
                            .toList(),
            DataType.DATE_TIME,
                    Stream.of("1969-12-31T23:59:59.999999Z", "2026-01-01T00:00:00Z", "2026-01-01T00:00:00.000001Z")
                            .map(text -> Value.of(Instant.parse(text)))
                            .toList(),
            DataType.LOOKUP,
                    Stream.of("01970a1b-2c3d-7e4f-8a9b-0c1d2e3f4a5b", "f1970a1b-2c3d-7e4f-8a9b-0c1d2e3f4a5b")
                            .map(text -> Value.of(UUID.fromString(text)))
                            .toList(),
            DataType.MONEY,
                    List.of(
                            money("5.0000", "CNY"),
                            money("99999999999999.9900", "CNY"),
                            money("-1.0000", "USD"),
                            money("0.0001", "USD"))));

    @TestFactory
    Stream<DynamicTest> keepsEveryValueOfEveryType() {
        return Stream.of(DataType.values())
                .flatMap(type -> VALUES.get(type).stream()
                        .map(value -> DynamicTest.dynamicTest(type.code() + " " + type.text(value), () -> {
                            var field = field(type);
                            assertThat(stored(type, value)).isEqualTo(value);
                            assertThat(parsed(field, type.text(value))).isEqualTo(value);
                            assertThat(overTheApi(field, value)).isEqualTo(value);
                            assertThat(coerced(field, value)).isEqualTo(value);
                            assertThat(type.key(value)).isEqualTo(type.key(overTheApi(field, value)));
                            assertThat(type.slotValue(value, field.scale())).isNotNull();
                        })));
    }

    @TestFactory
    Stream<DynamicTest> ordersTheValuesOfEveryType() {
        return Stream.of(DataType.values())
                .map(type -> DynamicTest.dynamicTest(type.code(), () -> {
                    var inOrder = new java.util.ArrayList<>(VALUES.get(type));
                    inOrder.add(Value.none());
                    var mixed = new java.util.ArrayList<>(inOrder.reversed());
                    mixed.sort(type.order());
                    assertThat(mixed).isEqualTo(inOrder);
                }));
    }

    @TestFactory
    Stream<DynamicTest> describesEveryTypeWithAnExampleThatFits() {
        return Stream.of(DataType.values())
                .map(type -> DynamicTest.dynamicTest(type.code(), () -> {
                    var field = field(type);
                    var schema = JsonNodeFactory.instance.objectNode();
                    type.describe(schema, field, true, Locale.ENGLISH);
                    assertThat(schema.path("type").valueStream().map(each -> each.asString()))
                            .contains("null");
                    var example = JSON.createObjectNode();
                    example.set("f", type.example(field));
                    var given = JSON.readValue(example.toString(), FieldsBody.class);
                    assertThat(coerced(field, given.values().values().get("f")).isNull())
                            .isFalse();
                }));
    }

    @Test
    void roundsWhatIsComputedHalfUpIntoTheScaleOfTheField() {
        assertThat(fitted(DataType.DECIMAL, Value.of(new BigDecimal("0.33335"))))
                .isEqualTo(decimal("0.3334"));
        assertThat(fitted(DataType.DECIMAL, Value.of(new BigDecimal("-0.33335"))))
                .isEqualTo(decimal("-0.3334"));
        assertThat(fitted(DataType.DECIMAL, Value.of(2))).isEqualTo(decimal("2.0000"));
        assertThat(fitted(DataType.INTEGER, Value.of(new BigDecimal("2.5")))).isEqualTo(Value.of(3));
        assertThat(fitted(DataType.MONEY, Value.of(new BigDecimal("0.00005")))).isEqualTo(money("0.0001", "CNY"));
        assertThat(fitted(DataType.MONEY, money("1.00005", "USD"))).isEqualTo(money("1.0001", "USD"));
        assertThat(fitted(DataType.DECIMAL, Value.none())).isEqualTo(Value.none());
    }

    @Test
    void readsTimesOfFilesWithoutAnOffsetInTheTenantsZone() {
        var field = field(DataType.DATE_TIME);
        var halfPastNine = Value.of(Instant.parse("2026-12-01T09:30:00Z"));
        for (String cell : List.of("2026-12-01 17:30", "2026-12-01T17:30:00", "2026-12-01T10:30+01:00")) {
            assertThat(parsed(field, cell)).isEqualTo(halfPastNine);
        }
        assertThat(parsed(field, "2026-12-01")).isEqualTo(Value.of(Instant.parse("2026-11-30T16:00:00Z")));
        for (String wrong : List.of("2026-02-30", "2026-12-01 25:00", "0001-01-01", "soon")) {
            var violations = new Violations();
            field.type().parse(field, wrong, CNY, SHANGHAI, violations);
            assertThat(violations.list()).as(wrong).hasSize(1);
        }
    }

    @Test
    void requiresAnOffsetOfPrograms() {
        var violations = new Violations();
        DataType.DATE_TIME.coerce(field(DataType.DATE_TIME), Value.text("2026-12-01T17:30:00"), CNY, violations);
        assertThat(violations.list()).hasSize(1);
    }

    @Test
    void writesNumbersThatNoJavaScriptClientSpoils() {
        assertThat(api(Value.of(9007199254740991L))).isEqualTo("9007199254740991");
        assertThat(api(Value.of(9007199254740993L))).isEqualTo("\"9007199254740993\"");
        assertThat(api(Value.of(-9007199254740993L))).isEqualTo("\"-9007199254740993\"");
        assertThat(api(decimal("1.50"))).isEqualTo("\"1.50\"");
        assertThat(api(money("12.50", "CNY"))).isEqualTo("{\"amount\":\"12.50\",\"currency\":\"CNY\"}");
    }

    private static Value stored(DataType type, Value value) {
        try (var parser = JSON.createParser(written(json -> type.store(json, value)))) {
            parser.nextToken();
            return type.read(parser);
        }
    }

    /** As the database's JSON is copied out, and as a client sends it back. */
    private static Value overTheApi(Field field, Value value) {
        byte[] document = written(json -> field.type().store(json, value));
        String copied = new String(
                written(json -> {
                    try (var parser = JSON.createParser(document)) {
                        parser.nextToken();
                        field.type().copy(parser, json);
                    }
                }),
                java.nio.charset.StandardCharsets.UTF_8);
        assertThat(copied).isEqualTo(api(value));
        var body = JSON.readValue("{\"f\":" + copied + "}", FieldsBody.class);
        return coerced(field, body.values().values().get("f"));
    }

    private static String api(Value value) {
        var fields = new LinkedHashMap<String, Value>();
        fields.put("f", value);
        String body = JSON.writeValueAsString(new FieldsBody(new Value.Fields(fields)));
        return body.substring("{\"f\":".length(), body.length() - 1);
    }

    private static byte[] written(Consumer<JsonGenerator> content) {
        var bytes = new ByteArrayOutputStream();
        try (var json = JSON.createGenerator(bytes)) {
            content.accept(json);
        }
        return bytes.toByteArray();
    }

    private static Value coerced(Field field, Value given) {
        var violations = new Violations();
        var value = field.type().coerce(field, given, CNY, violations);
        assertThat(violations.list()).isEmpty();
        return value;
    }

    private static Value parsed(Field field, String text) {
        var violations = new Violations();
        var value = field.type().parse(field, text, CNY, SHANGHAI, violations);
        assertThat(violations.list()).isEmpty();
        return value;
    }

    private static Value fitted(DataType type, Value computed) {
        var violations = new Violations();
        var value = type.fit(field(type), computed, CNY, violations);
        assertThat(violations.list()).isEmpty();
        return value;
    }

    private static Field field(DataType type) {
        var options = Stream.of("a", "b")
                .map(value -> new Field.Option(value, Label.of(value, value)))
                .toList();
        return new Field(
                "a1",
                "f",
                Label.of("F", "F"),
                type,
                type.usualPrecision(),
                4,
                type.usualLength(),
                false,
                false,
                false,
                false,
                true,
                type.has(DataType.Attribute.TARGET) ? "thing" : null,
                false,
                type.has(DataType.Attribute.OPTIONS) ? options : List.of(),
                null,
                false,
                new Placement.Document());
    }

    private static List<Value> texts(String... texts) {
        return Stream.of(texts).<Value>map(Value::text).toList();
    }

    private static Value decimal(String text) {
        return Value.of(new BigDecimal(text));
    }

    private static Value money(String amount, String currency) {
        return Value.of(new Money(new BigDecimal(amount), new CurrencyCode(currency)));
    }
}
