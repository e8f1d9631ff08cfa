package io.qudao.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Bodies made from the schemas of an OpenAPI document: one that fits, and the same with a hole at each of its places. */
final class SampleBodies {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String HOLE = "@hole@";
    private static final int DEPTH = 4;

    private final JsonNode document;

    SampleBodies(JsonNode document) {
        this.document = document;
    }

    /** A value that fits the schema. */
    JsonNode sample(JsonNode schema) {
        return sample(schema, 0);
    }

    /** The body as text, once for each value in it, with a hole in place of that value. */
    static List<String> withHoles(JsonNode body) {
        var holes = new ArrayList<String>();
        JsonNode copy = body.deepCopy();
        punch(copy, () -> holes.add(copy.toString()));
        return holes;
    }

    /** Fills the hole of a body with raw JSON, well-formed or not. */
    static String fill(String body, String raw) {
        return body.replace('"' + HOLE + '"', raw);
    }

    private static void punch(JsonNode place, Runnable use) {
        if (place instanceof ObjectNode object) {
            for (String name : List.copyOf(object.propertyNames())) {
                JsonNode kept = object.get(name);
                object.put(name, HOLE);
                use.run();
                object.set(name, kept);
                punch(kept, use);
            }
        } else if (place instanceof ArrayNode array && !array.isEmpty()) {
            JsonNode kept = array.get(0);
            array.set(0, JSON.getNodeFactory().stringNode(HOLE));
            use.run();
            array.set(0, kept);
            punch(kept, use);
        }
    }

    private JsonNode sample(JsonNode schema, int depth) {
        JsonNode known = resolve(schema);
        for (String choice : new String[] {"oneOf", "anyOf", "allOf"}) {
            if (known.path(choice).isArray()) {
                return sample(known.path(choice).get(0), depth);
            }
        }
        if (known.path("enum").isArray()) {
            return known.path("enum").get(0);
        }
        return switch (type(known)) {
            case "object" -> object(known, depth);
            case "array" -> {
                ArrayNode items = JSON.createArrayNode();
                if (depth < DEPTH) {
                    items.add(sample(known.path("items"), depth + 1));
                }
                yield items;
            }
            case "integer", "number" -> JSON.getNodeFactory().numberNode(1);
            case "boolean" -> JSON.getNodeFactory().booleanNode(true);
            default ->
                JSON.getNodeFactory().stringNode(text(known.path("format").asString("")));
        };
    }

    private ObjectNode object(JsonNode schema, int depth) {
        ObjectNode object = JSON.createObjectNode();
        if (depth < DEPTH) {
            schema.path("properties")
                    .properties()
                    .forEach(property -> object.set(property.getKey(), sample(property.getValue(), depth + 1)));
        }
        return object;
    }

    private JsonNode resolve(JsonNode schema) {
        String reference = schema.path("$ref").asString("");
        return reference.startsWith("#/") ? resolve(document.at(reference.substring(1))) : schema;
    }

    private static String type(JsonNode schema) {
        JsonNode type = schema.path("type");
        if (type.isArray()) {
            return type.get(0).asString();
        }
        return type.isString() ? type.asString() : schema.has("properties") ? "object" : "string";
    }

    private static String text(String format) {
        return switch (format) {
            case "uuid" -> new UUID(0, 1).toString();
            case "date" -> "2026-01-31";
            case "date-time" -> "2026-01-31T08:00:00Z";
            default -> "x";
        };
    }
}
