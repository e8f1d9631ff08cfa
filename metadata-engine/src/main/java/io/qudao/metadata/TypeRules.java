package io.qudao.metadata;

import io.qudao.expression.Column;
import io.qudao.expression.FieldType.Scalar;
import io.qudao.expression.SqlKind;
import io.qudao.kernel.Value;
import io.qudao.metadata.DataType.Attribute;
import io.qudao.rest.ValueJson;
import java.time.ZoneId;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The rules of one data type; stateless. Values passed here are never null. */
abstract class TypeRules {
    static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final Scalar scalar;
    private final SqlKind kind;
    private final String slotFamily;
    private final Set<Attribute> attributes;

    TypeRules(Scalar scalar, SqlKind kind, String slotFamily, Attribute... attributes) {
        this.scalar = scalar;
        this.kind = kind;
        this.slotFamily = slotFamily;
        this.attributes = Set.of(attributes);
    }

    final Scalar scalar() {
        return scalar;
    }

    final SqlKind kind() {
        return kind;
    }

    final String slotFamily() {
        return slotFamily;
    }

    final Set<Attribute> attributes() {
        return attributes;
    }

    Set<Scalar> assignable() {
        return Set.of(scalar);
    }

    abstract Object slotValue(Value value, int scale);

    /** The keys of two values are equal exactly if the values count as the same. */
    String key(Value value) {
        return text(value);
    }

    abstract int compare(Value a, Value b);

    Column column(String sql, String currency) {
        return Column.of(sql, kind);
    }

    Column document(String data, String key) {
        return Column.of("(" + data + "->>'" + key + "')" + cast(), kind);
    }

    /** Returns the SQL cast from the text in a document. */
    abstract String cast();

    Column slot(String data, String key, String slot, int scale) {
        return Column.of(slot, kind);
    }

    Column uniqueSlot(String data, String key, String slot) {
        return document(data, key);
    }

    void store(JsonGenerator json, Value value) {
        ValueJson.write(json, value);
    }

    abstract Value read(JsonParser data);

    /** Texts, dates, instants and ids are stored as the API writes them. */
    void copy(JsonParser data, JsonGenerator json) {
        if (data.currentToken() == JsonToken.VALUE_STRING) {
            json.writeString(data.getStringCharacters(), data.getStringOffset(), data.getStringLength());
        } else {
            ValueJson.write(json, read(data));
        }
    }

    abstract Value coerce(Given to, Value given);

    Value rounded(Value computed, int scale) {
        return computed;
    }

    abstract String text(Value value);

    /** Reads the text of a file cell; a time without an offset is in this zone. */
    Value parse(Given to, String text, ZoneId zone) {
        return coerce(to, Value.text(text));
    }

    abstract void describe(ObjectNode schema, Described field);

    abstract @Nullable JsonNode example(Field field);
}
