package io.qudao.openapi.internal;

import io.qudao.metadata.Field;
import java.util.Locale;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** JSON Schemas of fields, with examples. */
final class FieldSchemas {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final String SOME_ID = "01970a1b-2c3d-7e4f-8a9b-0c1d2e3f4a5b";

    private FieldSchemas() {}

    static ObjectNode of(Field field, boolean nullable, Locale locale) {
        var schema = NODES.objectNode();
        schema.put("title", title(field, locale));
        field.type().describe(schema, field, nullable, locale);
        return schema;
    }

    static void example(ObjectNode example, Field field) {
        var some = field.type().example(field);
        if (some != null) {
            example.set(field.name(), some);
        }
    }

    /** Returns the start of an example record. */
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
}
