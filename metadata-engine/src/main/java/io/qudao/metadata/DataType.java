package io.qudao.metadata;

import com.fasterxml.jackson.annotation.JsonValue;
import io.qudao.expression.Column;
import io.qudao.expression.FieldType.Scalar;
import io.qudao.expression.SqlKind;
import io.qudao.kernel.CurrencyCode;
import io.qudao.kernel.Value;
import io.qudao.kernel.Violations;
import java.util.Comparator;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The type of a field, and all that is particular to it: how a value is checked, kept, compared, described and written.
 * Nobody else asks which type a field has; a type more is a class of rules here, its words, and its input on the pages.
 */
public enum DataType {
    TEXT(new TextType()),
    /** A whole number of 64 bits. */
    INTEGER(new IntegerType()),
    /** An exact decimal of the field's precision and scale. */
    DECIMAL(new DecimalType()),
    BOOLEAN(new BooleanType()),
    DATE(new DateType()),
    /** An instant, kept in UTC, to the microsecond. */
    DATE_TIME(new DateTimeType()),
    /** One of the field's options. */
    PICKLIST(new PicklistType()),
    /** The id of a record of the target object. */
    LOOKUP(new LookupType()),
    /** An amount and its currency. */
    MONEY(new MoneyType());

    /** What a field may say of its values, beyond what all fields say. */
    public enum Attribute {
        LENGTH,
        PRECISION,
        SCALE,
        OPTIONS,
        VALUE_SET,
        TARGET,
        SEARCHABLE,
        UNIQUE;

        /** The name in components, such as {@code valueSet}. */
        public String code() {
            return this == VALUE_SET ? "valueSet" : name().toLowerCase(Locale.ROOT);
        }
    }

    // Without state; an enum cannot say so.
    @SuppressWarnings("ImmutableEnumChecker")
    private final TypeRules rules;

    DataType(TypeRules rules) {
        this.rules = rules;
    }

    /** The name in components, such as {@code date_time}. */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What an expression takes a field of this type for. */
    public Scalar scalar() {
        return rules.scalar();
    }

    /** What a field of this type may be set to by an expression, {@code null} aside. */
    public Set<Scalar> assignable() {
        return rules.assignable();
    }

    /** What a column of its own yields; of money its amount. */
    public SqlKind kind() {
        return rules.kind();
    }

    /** Whether people read it as a number, its digits one below the other. */
    public boolean isNumber() {
        return kind() == SqlKind.INTEGER || kind() == SqlKind.NUMERIC;
    }

    public boolean has(Attribute attribute) {
        return rules.attributes().contains(attribute);
    }

    /** Most characters of a text whose field does not say; 0 for other types. */
    public int usualLength() {
        return has(Attribute.LENGTH) ? TextType.USUAL_LENGTH : 0;
    }

    /** Digits of a number whose field does not say; 0 for types without. */
    public int usualPrecision() {
        return has(Attribute.PRECISION) ? DecimalType.USUAL_PRECISION : 0;
    }

    /** Digits behind the point of a number whose field does not say. */
    public int usualScale() {
        return has(Attribute.SCALE) ? DecimalType.USUAL_SCALE : 0;
    }

    /** The first letter of the slot columns that hold values of this type in their order. */
    public String slotFamily() {
        return rules.slotFamily();
    }

    /** What a slot of {@link #slotFamily} holds for a value, as JDBC takes it. */
    public @Nullable Object slotValue(Value value, int scale) {
        return value.isNull() ? null : rules.slotValue(value, scale);
    }

    /** The form in which two values that count as the same are equal; null for none. */
    public @Nullable String key(Value value) {
        return value.isNull() ? null : rules.key(value);
    }

    /** The order of a list: empty values last, texts by their beginning without regard to case, money by currency first. */
    public Comparator<Value> order() {
        return Comparator.comparing(Value::isNull)
                .thenComparing((a, b) -> a.isNull() || b.isNull() ? 0 : rules.compare(a, b));
    }

    /**
     * The value of a column of its own.
     *
     * @param currency SQL that yields the currency of money
     */
    public Column column(String sql, String currency) {
        return rules.column(sql, currency);
    }

    /** The value in a JSON document, where there is one under the key. */
    public Column document(String data, String key) {
        return rules.document(data, key);
    }

    /** The value in a document beside a slot of it; the document alone where the slot serves no expression. */
    public Column slot(String data, String key, String slot, int scale) {
        return rules.slot(data, key, slot, scale);
    }

    /** The value in a document beside the slot that has its {@link #key}. */
    public Column uniqueSlot(String data, String key, String slot) {
        return rules.uniqueSlot(data, key, slot);
    }

    /** Writes a value as a document keeps it: exact numbers, dates as ISO texts, money as amount and currency; not null. */
    public void store(JsonGenerator json, Value value) {
        rules.store(json, value);
    }

    /** Reads a value of a document, at whose first token the parser stands. */
    public Value read(JsonParser data) {
        return data.currentToken() == tools.jackson.core.JsonToken.VALUE_NULL ? Value.none() : rules.read(data);
    }

    /** Copies a value of a document, at whose first token the parser stands, as the API shows it. */
    public void copy(JsonParser data, JsonGenerator json) {
        rules.copy(data, json);
    }

    /**
     * A value given from outside as one of the field, exactly or not at all: no value after a violation of the field. An
     * empty text is no value.
     *
     * @param currency of an amount that comes without one
     */
    public Value coerce(Field field, Value given, CurrencyCode currency, Violations violations) {
        return given.isNull() || given.equals(Value.text(""))
                ? Value.none()
                : rules.coerce(new Given(field, currency, violations), given);
    }

    /** A computed value as one of the field: rounded half up to its scale, else as {@link #coerce}. */
    public Value fit(Field field, Value computed, CurrencyCode currency, Violations violations) {
        return coerce(field, rules.rounded(computed, field.scale()), currency, violations);
    }

    /** The value as a cell of a table of files; {@link #parse} takes it back. Empty for none. */
    public String text(Value value) {
        return value.isNull() ? "" : rules.text(value);
    }

    /** The value of a cell of a file, with violations as {@link #coerce}. */
    public Value parse(Field field, String text, CurrencyCode currency, Violations violations) {
        return text.isBlank() ? Value.none() : rules.parse(new Given(field, currency, violations), text.strip());
    }

    /**
     * Says in a JSON Schema what the API takes and gives for a field.
     *
     * @param nullable whether the field may be empty
     */
    public void describe(ObjectNode schema, Field field, boolean nullable, Locale locale) {
        rules.describe(schema, new Described(field, nullable, locale));
    }

    /** A value that a field may have; null where it has none. */
    public @Nullable JsonNode example(Field field) {
        return rules.example(field);
    }
}
