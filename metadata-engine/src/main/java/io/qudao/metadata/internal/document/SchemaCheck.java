package io.qudao.metadata.internal.document;

import io.qudao.kernel.Violations;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Checks a value against the subset of JSON Schema 2020-12 that our schemas use. Finds everything that is wrong, each
 * with its path.
 */
final class SchemaCheck {
    private static final Set<String> UNDERSTOOD = Set.of(
            "$schema",
            "$defs",
            "$ref",
            "title",
            "type",
            "enum",
            "properties",
            "required",
            "additionalProperties",
            "propertyNames",
            "minProperties",
            "items",
            "minItems",
            "maxItems",
            "uniqueItems",
            "pattern",
            "minLength",
            "maxLength",
            "minimum",
            "maximum",
            "x-tenant");

    private final ObjectNode root;
    private final Violations violations;

    SchemaCheck(ObjectNode root, Violations violations) {
        this.root = root;
        this.violations = violations;
    }

    /** Fails on a keyword that would otherwise be ignored. */
    static void requireUnderstood(JsonNode schema) {
        for (Map.Entry<String, JsonNode> keyword : schema.properties()) {
            if (!UNDERSTOOD.contains(keyword.getKey())) {
                throw new IllegalStateException("A schema has the unknown keyword " + keyword.getKey());
            }
            switch (keyword.getKey()) {
                case "properties", "$defs" -> keyword.getValue().values().forEach(SchemaCheck::requireUnderstood);
                case "items", "propertyNames" -> requireUnderstood(keyword.getValue());
                case "additionalProperties" -> {
                    if (keyword.getValue().isObject()) {
                        requireUnderstood(keyword.getValue());
                    }
                }
                default -> {}
            }
        }
    }

    void check(ObjectNode value) {
        check(root, value, "");
    }

    private void check(JsonNode declared, JsonNode value, String path) {
        var schema = resolve(declared);
        if (schema.has("enum")) {
            checkChoice(schema, value, path);
            return;
        }
        String type = schema.path("type").asString("");
        if (!isOf(type, value)) {
            violations.add(path, "metadata.wrong_type", type);
            return;
        }
        switch (type) {
            case "object" -> checkObject(schema, value, path);
            case "array" -> checkArray(schema, value, path);
            case "string" -> checkText(schema, value.stringValue(), path);
            case "integer" -> checkNumber(schema, value.longValue(), path);
            default -> {}
        }
    }

    private JsonNode resolve(JsonNode schema) {
        String reference = schema.path("$ref").asString("");
        return reference.isEmpty() ? schema : root.at(reference.substring(1));
    }

    private static boolean isOf(String type, JsonNode value) {
        return switch (type) {
            case "object" -> value.isObject();
            case "array" -> value.isArray();
            case "string" -> value.isString();
            case "integer" -> value.isIntegralNumber() && value.canConvertToLong();
            case "boolean" -> value.isBoolean();
            default -> throw new IllegalStateException("A schema has the unknown type " + type);
        };
    }

    private void checkChoice(JsonNode schema, JsonNode value, String path) {
        var choices = schema.get("enum").values();
        if (!choices.contains(value)) {
            violations.add(
                    path,
                    "not_one_of",
                    String.join(", ", choices.stream().map(JsonNode::asString).toList()));
        }
    }

    private void checkObject(JsonNode schema, JsonNode value, String path) {
        for (JsonNode required : schema.path("required").values()) {
            if (!value.has(required.stringValue())) {
                violations.add(below(path, required.stringValue()), "required");
            }
        }
        if (value.size() < schema.path("minProperties").asInt(0)) {
            violations.add(path, "required");
        }
        var properties = schema.path("properties");
        var others = schema.path("additionalProperties");
        value.properties().forEach(entry -> {
            String inner = below(path, entry.getKey());
            checkName(schema.path("propertyNames"), entry.getKey(), inner);
            if (properties.has(entry.getKey())) {
                check(properties.get(entry.getKey()), entry.getValue(), inner);
            } else if (others.isObject()) {
                check(others, entry.getValue(), inner);
            } else {
                violations.add(inner, "metadata.unknown_attribute", entry.getKey());
            }
        });
    }

    private void checkName(JsonNode schema, String name, String path) {
        if (schema.isObject()) {
            checkText(schema, name, path);
        }
    }

    private void checkArray(JsonNode schema, JsonNode value, String path) {
        if (value.size() < schema.path("minItems").asInt(0)) {
            violations.add(path, "required");
        }
        int most = schema.path("maxItems").asInt(Integer.MAX_VALUE);
        if (value.size() > most) {
            violations.add(path, "metadata.too_many", most);
        }
        boolean unique = schema.path("uniqueItems").asBoolean(false);
        var seen = new HashSet<JsonNode>();
        int index = 0;
        for (JsonNode item : value.values()) {
            String inner = path + "[" + index++ + "]";
            check(schema.get("items"), item, inner);
            if (!seen.add(item) && unique) {
                violations.add(inner, "metadata.duplicate", item.asString(""));
            }
        }
    }

    private void checkText(JsonNode schema, String text, String path) {
        if (text.codePointCount(0, text.length()) < schema.path("minLength").asInt(0) || text.isBlank()) {
            violations.add(path, "required");
            return;
        }
        if (!isStorable(text)) {
            violations.add(path, "metadata.not_text");
            return;
        }
        int most = schema.path("maxLength").asInt(Integer.MAX_VALUE);
        if (text.codePointCount(0, text.length()) > most) {
            violations.add(path, "too_long", most);
        }
        String pattern = schema.path("pattern").asString("");
        if (!pattern.isEmpty() && !Pattern.matches(pattern, text)) {
            violations.add(path, "metadata.pattern", text, pattern);
        }
    }

    /** Returns whether a text contains neither NUL, which database texts cannot hold, nor unpaired surrogates. */
    private static boolean isStorable(String text) {
        return text.codePoints()
                .noneMatch(one -> one == 0 || (one >= Character.MIN_SURROGATE && one <= Character.MAX_SURROGATE));
    }

    private void checkNumber(JsonNode schema, long number, String path) {
        long least = schema.path("minimum").asLong(Long.MIN_VALUE);
        long most = schema.path("maximum").asLong(Long.MAX_VALUE);
        if (number < least || number > most) {
            violations.add(path, "metadata.out_of_range", least, most);
        }
    }

    private static String below(String path, String name) {
        return path.isEmpty() ? name : path + "." + name;
    }
}
