package io.qudao.rest;

import io.qudao.kernel.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Values in the JSON of the API: exact numbers, dates and instants as ISO texts, money as amount and currency. */
public final class ValueJson {
    private ValueJson() {}

    /** Writes a value. */
    public static void write(JsonGenerator json, Value value) {
        switch (value) {
            case Value.Null _ -> json.writeNull();
            case Value.Text(var text) -> json.writeString(text);
            case Value.Int(var number) -> json.writeNumber(number);
            case Value.Decimal(var number) -> json.writeNumber(number);
            case Value.Bool(var truth) -> json.writeBoolean(truth);
            case Value.Date(var date) -> json.writeString(date.toString());
            case Value.DateTime(var instant) -> json.writeString(instant.toString());
            case Value.Ref(var id) -> json.writeString(id.toString());
            case Value.Amount(var money) -> {
                json.writeStartObject();
                json.writeNumberProperty("amount", money.amount());
                json.writeStringProperty("currency", money.currency().value());
                json.writeEndObject();
            }
            case Value.Items(var items) -> {
                json.writeStartArray();
                items.forEach(item -> write(json, item));
                json.writeEndArray();
            }
            case Value.Fields(var fields) -> {
                json.writeStartObject();
                fields.forEach((name, item) -> {
                    json.writeName(name);
                    write(json, item);
                });
                json.writeEndObject();
            }
        }
    }

    /** Reads an object, at whose first token the parser stands, as it is written: texts, exact numbers, truths. */
    static Value.Fields readFields(JsonParser json) {
        var fields = new LinkedHashMap<String, Value>();
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = json.currentName();
            json.nextToken();
            fields.put(name, read(json));
        }
        return new Value.Fields(fields);
    }

    private static Value read(JsonParser json) {
        return switch (json.currentToken()) {
            case START_OBJECT -> readFields(json);
            case START_ARRAY -> items(json);
            case VALUE_STRING -> Value.text(json.getString());
            case VALUE_TRUE -> Value.of(true);
            case VALUE_FALSE -> Value.of(false);
            case VALUE_NUMBER_INT -> whole(json);
            case VALUE_NUMBER_FLOAT -> Value.of(json.getDecimalValue());
            default -> Value.none();
        };
    }

    private static Value whole(JsonParser json) {
        return switch (json.getNumberType()) {
            case INT, LONG -> Value.of(json.getLongValue());
            default -> Value.of(json.getDecimalValue());
        };
    }

    private static Value items(JsonParser json) {
        var items = new ArrayList<Value>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            items.add(read(json));
        }
        return new Value.Items(items);
    }
}
