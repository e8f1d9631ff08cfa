package io.qudao.openapi.internal;

import io.qudao.metadata.Field;
import io.qudao.metadata.ObjectType;
import io.qudao.record.RecordTypes.VisibleType;
import io.qudao.record.Records;
import java.util.Locale;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/** The schemas of one object's records for reading, adding and changing. */
final class RecordSchemas {
    private static final String PATH = "^[a-z][a-z0-9_]*(\\.[a-z][a-z0-9_]*){1,3}$";

    private final ObjectNode schemas;
    private final VisibleType visible;
    private final Locale locale;
    private final String name;

    RecordSchemas(ObjectNode schemas, VisibleType visible, Locale locale) {
        this.schemas = schemas;
        this.visible = visible;
        this.locale = locale;
        this.name = visible.type().name();
    }

    void write() {
        writeRead();
        writePage();
        if (visible.create()) {
            var schema = writeWrite("_new", visible.given());
            var required = visible.fields().stream()
                    .filter(field -> visible.given().contains(field.name()))
                    .filter(field -> field.required() && field.defaultSource() == null)
                    .map(Field::name)
                    .toList();
            if (!required.isEmpty()) {
                required.forEach(schema.putArray("required")::add);
            }
            var batch = object("_batch");
            batch.putArray("required").add("records");
            var records = batch.putObject("properties").putObject("records").put("type", "array");
            records.put("maxItems", Records.MOST_IN_BATCH)
                    .putObject("items")
                    .put("$ref", Operation.schema(name + "_new"));
        }
        if (visible.update()) {
            writeWrite("_change", visible.changed());
        }
    }

    private void writeRead() {
        var schema = object("").put("title", visible.type().label().in(locale));
        var required = schema.putArray("required").add("id").add("version");
        var properties = schema.putObject("properties");
        properties.set("id", FieldSchemas.id());
        properties.putObject("version").put("type", "integer").put("format", "int64");
        var example = FieldSchemas.example();
        for (Field field : visible.fields()) {
            properties.set(field.name(), FieldSchemas.of(field, true, locale));
            if (!ObjectType.BOOKKEEPING.contains(field.name())) {
                required.add(field.name());
            }
            FieldSchemas.example(example, field);
        }
        schema.putObject("patternProperties")
                .putObject(PATH)
                .put("description", "Field behind look-ups, where it was asked for; null where nothing is there.");
        schema.set("example", example);
    }

    private void writePage() {
        var page = object("_page");
        page.putArray("required").add("items").add("next");
        var properties = page.putObject("properties");
        properties.putObject("items").put("type", "array").putObject("items").put("$ref", Operation.schema(name));
        var next = properties.putObject("next").put("description", "Cursor of the page that follows");
        next.putArray("type").add("string").add("null");
        properties.putObject("count").put("type", "integer");
        properties
                .putObject("labels")
                .put("type", "object")
                .put("description", "Names of records referred to, by id")
                .putObject("additionalProperties")
                .put("type", "string");
    }

    private ObjectNode writeWrite(String suffix, Set<String> names) {
        var schema = object(suffix).put("additionalProperties", false);
        var properties = schema.putObject("properties");
        var example = FieldSchemas.exampleWithoutId();
        visible.fields().stream().filter(field -> names.contains(field.name())).forEach(field -> {
            properties.set(field.name(), FieldSchemas.of(field, !field.required(), locale));
            FieldSchemas.example(example, field);
        });
        schema.set("example", example);
        return schema;
    }

    private ObjectNode object(String suffix) {
        return schemas.putObject(name + suffix).put("type", "object");
    }
}
