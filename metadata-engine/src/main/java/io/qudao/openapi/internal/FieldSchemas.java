package io.qudao.openapi.internal;

import io.qudao.metadata.Field;
import java.math.BigDecimal;
import java.util.Locale;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** JSON Schemas of fields, with examples. */
final class FieldSchemas {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final String SOME_ID = "01970a1b-2c3d-7e4f-8a9b-0c1d2e3f4a5b";
    private static final String SOME_DAY = "2026-01-31";

    private FieldSchemas() {}

    static ObjectNode of(Field field, boolean nullable, Locale locale) {
        var schema = NODES.objectNode();
        schema.put("title", title(field, locale));
        switch (field.type()) {
            case TEXT -> text(schema, field, nullable);
            case PICKLIST -> options(schema, field, nullable, locale);
            case INTEGER -> type(schema, "integer", nullable).put("format", "int64");
            case DECIMAL -> {
                decimal(type(schema, "number", nullable), field.scale());
                schema.put(
                        "description",
                        "At most %d digits, %d of them behind the point; may be sent as a text."
                                .formatted(field.precision(), field.scale()));
            }
            case BOOLEAN -> type(schema, "boolean", nullable);
            case DATE -> type(schema, "string", nullable).put("format", "date");
            case DATE_TIME -> type(schema, "string", nullable).put("format", "date-time");
            case LOOKUP ->
                type(schema, "string", nullable)
                        .put("format", "uuid")
                        .put("description", "Id of a record of " + field.target() + ".");
            case MONEY -> money(schema, field, nullable);
        }
        return schema;
    }

    static void example(ObjectNode example, Field field) {
        String name = field.name();
        switch (field.type()) {
            case TEXT -> example.put(name, "Text");
            case PICKLIST -> {
                if (!field.options().isEmpty()) {
                    example.put(name, field.options().getFirst().value());
                }
            }
            case INTEGER -> example.put(name, 1);
            case DECIMAL -> example.put(name, BigDecimal.ONE.setScale(field.scale()));
            case BOOLEAN -> example.put(name, true);
            case DATE -> example.put(name, SOME_DAY);
            case DATE_TIME -> example.put(name, SOME_DAY + "T12:00:00Z");
            case LOOKUP -> example.put(name, SOME_ID);
            case MONEY ->
                example.putObject(name)
                        .put("amount", BigDecimal.TEN.setScale(field.scale()))
                        .put("currency", "CNY");
        }
    }

    /** The beginning of an example of a record. */
    static ObjectNode example() {
        return exampleWithoutId().put("id", SOME_ID).put("version", 1);
    }

    static ObjectNode exampleWithoutId() {
        return NODES.objectNode();
    }

    static ObjectNode id() {
        return NODES.objectNode().put("type", "string").put("format", "uuid").put("example", SOME_ID);
    }

    private static String title(Field field, Locale locale) {
        String label = field.label().in(locale);
        return label.isEmpty() ? field.name() : label;
    }

    private static ObjectNode type(ObjectNode schema, String type, boolean nullable) {
        if (nullable) {
            schema.putArray("type").add(type).add("null");
        } else {
            schema.put("type", type);
        }
        return schema;
    }

    private static void text(ObjectNode schema, Field field, boolean nullable) {
        type(schema, "string", nullable);
        if (field.length() > 0) {
            schema.put("maxLength", field.length());
        }
    }

    private static void options(ObjectNode schema, Field field, boolean nullable, Locale locale) {
        type(schema, "string", nullable);
        var values = schema.putArray("enum");
        var words = new StringBuilder();
        for (Field.Option option : field.options()) {
            values.add(option.value());
            words.append(words.isEmpty() ? "" : ", ")
                    .append(option.value())
                    .append(": ")
                    .append(option.label().in(locale));
        }
        if (nullable) {
            values.addNull();
        }
        schema.put("description", words.toString());
    }

    private static void decimal(ObjectNode schema, int scale) {
        if (scale > 0) {
            schema.put("multipleOf", BigDecimal.ONE.movePointLeft(scale));
        }
    }

    private static void money(ObjectNode schema, Field field, boolean nullable) {
        type(schema, "object", nullable);
        var parts = schema.putObject("properties");
        decimal(parts.putObject("amount").put("type", "number"), field.scale());
        parts.putObject("currency").put("type", "string").put("pattern", "^[A-Z]{3}$");
        schema.putArray("required").add("amount").add("currency");
        schema.put("additionalProperties", false);
    }
}
