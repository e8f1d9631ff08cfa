package io.qudao.rest;

import io.qudao.kernel.CommonProblem;
import io.qudao.kernel.Decimals;
import io.qudao.kernel.ProblemException;
import io.qudao.kernel.Value;
import io.qudao.kernel.Violation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamContext;
import tools.jackson.databind.json.JsonMapper;

/**
 * Values in the JSON of the API, safe for clients whose numbers are exact to 53 bits only: decimals and amounts of
 * money are texts; whole numbers are numbers up to 2<sup>53</sup> and texts beyond; dates and instants are ISO texts;
 * money is amount and currency. On input, a number or a text is accepted in each case.
 */
public final class ValueJson {
    /** The largest whole number up to which a double represents every whole number. */
    private static final long SAFE = (1L << 53) - 1;

    private ValueJson() {}

    /** Writes a value. */
    public static void write(JsonGenerator json, Value value) {
        switch (value) {
            case Value.Null _ -> json.writeNull();
            case Value.Text(var text) -> json.writeString(text);
            case Value.Int(var number) -> writeWhole(json, number);
            case Value.Decimal(var number) -> json.writeString(number.toPlainString());
            case Value.Bool(var truth) -> json.writeBoolean(truth);
            case Value.Date(var date) -> json.writeString(date.toString());
            case Value.DateTime(var instant) -> json.writeString(instant.toString());
            case Value.Ref(var id) -> json.writeString(id.toString());
            case Value.Amount(var money) -> {
                json.writeStartObject();
                json.writeStringProperty("amount", money.amount().toPlainString());
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

    private static void writeWhole(JsonGenerator json, long number) {
        if (number > SAFE || number < -SAFE) {
            json.writeString(Long.toString(number));
        } else {
            json.writeNumber(number);
        }
    }

    /** Returns a body as the value that its JSON is. */
    public static Value of(JsonMapper json, Object body) {
        try (var parser = json.createParser(json.writeValueAsBytes(body))) {
            parser.nextToken();
            return read(parser);
        }
    }

    /** Reads an object without conversion (texts, exact numbers, booleans); the parser is at its first token. */
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
            case VALUE_NUMBER_FLOAT -> Value.of(exact(json));
            default -> Value.none();
        };
    }

    private static Value whole(JsonParser json) {
        return switch (json.getNumberType()) {
            case INT, LONG -> Value.of(json.getLongValue());
            default -> Value.of(exact(json));
        };
    }

    private static BigDecimal exact(JsonParser json) {
        return Decimals.parse(json.getString())
                .orElseThrow(() -> new ProblemException(
                        CommonProblem.INVALID_INPUT,
                        List.of(Violation.of(
                                path(json.streamReadContext()), "number_too_long", Decimals.MOST_DIGITS))));
    }

    /** Returns the parser's position, such as {@code records[2].amount}. */
    private static String path(TokenStreamContext at) {
        var outer = at.getParent();
        var before = outer == null ? "" : path(outer);
        if (at.inArray()) {
            return before + "[" + at.getCurrentIndex() + "]";
        }
        var name = at.currentName();
        return name == null ? before : before.isEmpty() ? name : before + "." + name;
    }

    private static Value items(JsonParser json) {
        var items = new ArrayList<Value>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            items.add(read(json));
        }
        return new Value.Items(items);
    }
}
