package io.qudao.metadata;

import com.fasterxml.jackson.annotation.JsonValue;
import io.qudao.expression.Column;
import io.qudao.expression.FieldType.Scalar;
import io.qudao.expression.SqlKind;
import io.qudao.kernel.CurrencyCode;
import io.qudao.kernel.Value;
import io.qudao.kernel.Violations;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The type of a field and everything that depends on it: how a value is checked, stored, compared, described and
 * written. No other code switches on the type of a field; a new type needs a class of rules here, its texts, and its
 * input on the pages.
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

    /** An attribute that a field may have for its values, in addition to those every field has. */
    public enum Attribute {
        LENGTH,
        PRECISION,
        SCALE,
        OPTIONS,
        VALUE_SET,
        TARGET,
        ON_DELETE,
        SEARCHABLE,
        UNIQUE;

        /** Returns the name in components, such as {@code valueSet}. */
        public String code() {
            return switch (this) {
                case VALUE_SET -> "valueSet";
                case ON_DELETE -> "onDelete";
                default -> name().toLowerCase(Locale.ROOT);
            };
        }
    }

    // Stateless, which an enum cannot declare.
    @SuppressWarnings("ImmutableEnumChecker")
    private final TypeRules rules;

    DataType(TypeRules rules) {
        this.rules = rules;
    }

    /** Returns the name in components, such as {@code date_time}. */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the type that expressions see for a field of this type. */
    public Scalar scalar() {
        return rules.scalar();
    }

    /** Returns the types an expression may have to be assigned to such a field, in addition to {@code null}. */
    public Set<Scalar> assignable() {
        return rules.assignable();
    }

    /** Returns what a column of its own yields; for money, the amount's kind. */
    public SqlKind kind() {
        return rules.kind();
    }

    /** Returns whether it is shown like a number, aligned by digits. */
    public boolean isNumber() {
        return kind() == SqlKind.INTEGER || kind() == SqlKind.NUMERIC;
    }

    public boolean has(Attribute attribute) {
        return rules.attributes().contains(attribute);
    }

    /** Returns the default maximum number of characters of a text; 0 for other types. */
    public int usualLength() {
        return has(Attribute.LENGTH) ? TextType.USUAL_LENGTH : 0;
    }

    /** Returns the default total number of digits of a number; 0 for types without. */
    public int usualPrecision() {
        return has(Attribute.PRECISION) ? DecimalType.USUAL_PRECISION : 0;
    }

    /** Returns the default number of digits after the point of a number. */
    public int usualScale() {
        return has(Attribute.SCALE) ? DecimalType.USUAL_SCALE : 0;
    }

    /** Returns the first letter of the slot columns that hold values of this type in sort order. */
    public String slotFamily() {
        return rules.slotFamily();
    }

    /** Returns what a slot of {@link #slotFamily} holds for a value, as JDBC takes it. */
    public @Nullable Object slotValue(Value value, int scale) {
        return value.isNull() ? null : rules.slotValue(value, scale);
    }

    /** Returns a text that is equal for values that count as the same; null for an empty value. */
    public @Nullable String key(Value value) {
        return value.isNull() ? null : rules.key(value);
    }

    /**
     * Returns the sort order of lists: empty values last, texts without regard to case by their beginning, money by
     * currency first.
     */
    public Comparator<Value> order() {
        return Comparator.comparing(Value::isNull)
                .thenComparing((a, b) -> a.isNull() || b.isNull() ? 0 : rules.compare(a, b));
    }

    /**
     * Returns the column of a field with a column of its own.
     *
     * @param currency SQL that yields the currency of money
     */
    public Column column(String sql, String currency) {
        return rules.column(sql, currency);
    }

    /** Returns the column for a value stored in a JSON document only, if the key is present. */
    public Column document(String data, String key) {
        return rules.document(data, key);
    }

    /**
     * Returns the column for a value in a document with a slot; the document alone if the slot cannot serve
     * expressions.
     */
    public Column slot(String data, String key, String slot, int scale) {
        return rules.slot(data, key, slot, scale);
    }

    /** Returns the column for a value in a document with the slot that holds its {@link #key}. */
    public Column uniqueSlot(String data, String key, String slot) {
        return rules.uniqueSlot(data, key, slot);
    }

    /**
     * Writes a non-null value as documents store it: exact numbers, dates as ISO texts, money as amount and currency.
     */
    public void store(JsonGenerator json, Value value) {
        rules.store(json, value);
    }

    /** Reads a value of a document; the parser is at its first token. */
    public Value read(JsonParser data) {
        return data.currentToken() == tools.jackson.core.JsonToken.VALUE_NULL ? Value.none() : rules.read(data);
    }

    /** Copies a value of a document in the form of the API; the parser is at its first token. */
    public void copy(JsonParser data, JsonGenerator json) {
        rules.copy(data, json);
    }

    /**
     * Converts a value from outside to the field's type without loss. Adds a violation of the field and returns no
     * value if that is impossible. An empty text counts as no value.
     *
     * @param currency currency of an amount given without one
     */
    public Value coerce(Field field, Value given, CurrencyCode currency, Violations violations) {
        return given.isNull() || given.equals(Value.text(""))
                ? Value.none()
                : rules.coerce(new Given(field, currency, violations), given);
    }

    /**
     * Converts a computed value to the field's type, rounded half up to its scale, otherwise as {@link #coerce} does.
     */
    public Value fit(Field field, Value computed, CurrencyCode currency, Violations violations) {
        return coerce(field, rules.rounded(computed, field.scale()), currency, violations);
    }

    /** Returns whether {@link #fit} takes a computed value. */
    public boolean accepts(Field field, Value computed) {
        var violations = new Violations();
        fit(field, computed, CurrencyCode.CNY, violations);
        return violations.isEmpty();
    }

    /** Returns the value as the text of a file cell, which {@link #parse} reads back; empty for no value. */
    public String text(Value value) {
        return value.isNull() ? "" : rules.text(value);
    }

    /**
     * Reads the text of a file cell, with violations as in {@link #coerce}.
     *
     * @param zone zone of a time without an offset
     */
    public Value parse(Field field, String text, CurrencyCode currency, ZoneId zone, Violations violations) {
        return text.isBlank() ? Value.none() : rules.parse(new Given(field, currency, violations), text.strip(), zone);
    }

    /**
     * Describes in a JSON Schema what the API accepts and returns for a field.
     *
     * @param nullable whether the field may be empty
     */
    public void describe(ObjectNode schema, Field field, boolean nullable, Locale locale) {
        rules.describe(schema, new Described(field, nullable, locale));
    }

    /** Returns an example value of a field; null if there is none. */
    public @Nullable JsonNode example(Field field) {
        return rules.example(field);
    }
}
