package io.qudao.record.web;

import io.qudao.kernel.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;

/** Reads JSON as it stands: texts, exact numbers, truths, lists and objects. */
final class RecordBodyDeserializer extends ValueDeserializer<RecordBody> {
    @Override
    public RecordBody deserialize(JsonParser json, DeserializationContext context) {
        return json.currentToken() == JsonToken.START_OBJECT
                ? new RecordBody(fields(json))
                : (RecordBody) context.handleUnexpectedToken(RecordBody.class, json);
    }

    private static Value.Fields fields(JsonParser json) {
        var fields = new LinkedHashMap<String, Value>();
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = json.currentName();
            json.nextToken();
            fields.put(name, value(json));
        }
        return new Value.Fields(fields);
    }

    private static Value value(JsonParser json) {
        return switch (json.currentToken()) {
            case START_OBJECT -> fields(json);
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
            items.add(value(json));
        }
        return new Value.Items(items);
    }
}
