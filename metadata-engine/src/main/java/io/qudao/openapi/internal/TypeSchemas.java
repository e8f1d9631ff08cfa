package io.qudao.openapi.internal;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import io.qudao.record.StandsFor;
import io.qudao.rest.FieldsBody;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.introspect.BeanPropertyDefinition;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * JSON Schemas of Java types as the mapper writes them; schemas of Java records are collected by name so that they can
 * be referenced.
 */
final class TypeSchemas {
    private static final Map<Class<?>, Leaf> LEAVES = Map.ofEntries(
            Map.entry(String.class, new Leaf("string", null)),
            Map.entry(Locale.class, new Leaf("string", null)),
            Map.entry(FieldsBody.class, new Leaf("object", null)),
            Map.entry(UUID.class, new Leaf("string", "uuid")),
            Map.entry(Instant.class, new Leaf("string", "date-time")),
            Map.entry(LocalDate.class, new Leaf("string", "date")),
            Map.entry(int.class, new Leaf("integer", "int32")),
            Map.entry(Integer.class, new Leaf("integer", "int32")),
            Map.entry(long.class, new Leaf("integer", "int64")),
            Map.entry(Long.class, new Leaf("integer", "int64")),
            Map.entry(BigDecimal.class, new Leaf("number", null)),
            Map.entry(boolean.class, new Leaf("boolean", null)),
            Map.entry(Boolean.class, new Leaf("boolean", null)));

    private final JsonMapper json;
    private final Map<String, ObjectNode> named = new TreeMap<>();

    TypeSchemas(JsonMapper json) {
        this.json = json;
    }

    /** Returns the schemas that {@link #of} refers to. */
    Map<String, ObjectNode> named() {
        return named;
    }

    JavaType type(Type type) {
        return json.constructType(type);
    }

    ObjectNode of(JavaType type) {
        var leaf = LEAVES.get(type.getRawClass());
        if (leaf != null) {
            return leaf.schema(json);
        }
        var schema = json.createObjectNode();
        if (type.isReferenceType()) {
            return nullable(of(type.getReferencedType()));
        }
        if (type.isMapLikeType()) {
            return schema.put("type", "object").set("additionalProperties", of(type.getContentType()));
        }
        if (type.isCollectionLikeType() || type.isArrayType()) {
            return schema.put("type", "array").set("items", of(type.getContentType()));
        }
        return type.isEnumType() ? constants(type) : bean(type);
    }

    /** Returns a schema that allows any JSON. */
    ObjectNode any() {
        return json.createObjectNode();
    }

    /** Returns a schema that also allows null. */
    ObjectNode nullable(ObjectNode schema) {
        if (schema.has("$ref")) {
            var either = json.createObjectNode();
            either.putArray("anyOf").add(schema).addObject().put("type", "null");
            return either;
        }
        var type = schema.path("type");
        if (type.isString()) {
            schema.putArray("type").add(type.asString()).add("null");
        }
        if (schema.has("enum")) {
            schema.withArray("enum").addNull();
        }
        return schema;
    }

    private ObjectNode constants(JavaType type) {
        var schema = json.createObjectNode().put("type", "string");
        var values = schema.putArray("enum");
        for (Object constant : type.getRawClass().getEnumConstants()) {
            values.add(json.<JsonNode>valueToTree(constant));
        }
        return schema;
    }

    private ObjectNode bean(JavaType type) {
        if (!type.getRawClass().isRecord()) {
            return json.createObjectNode();
        }
        var config = json.serializationConfig();
        var introspector = config.classIntrospectorInstance().forOperation(config);
        var description = introspector.introspectForSerialization(type, introspector.introspectClassAnnotations(type));
        var value = description.findJsonValueAccessor();
        if (value != null) {
            return of(value.getType());
        }
        if (type.hasGenericTypes()) {
            return properties(json.createObjectNode(), description);
        }
        String name = name(type.getRawClass());
        if (!named.containsKey(name)) {
            var schema = json.createObjectNode();
            named.put(name, schema);
            properties(schema, description);
        }
        return json.createObjectNode().put("$ref", Operation.schema(name));
    }

    private ObjectNode properties(ObjectNode schema, BeanDescription description) {
        schema.put("type", "object");
        var inclusion = description.findPropertyInclusion(JsonInclude.Value.empty());
        var properties = schema.putObject("properties");
        for (BeanPropertyDefinition property : description.findProperties()) {
            var member = property.getPrimaryMember();
            boolean mayBeNone = isNullable(member);
            properties.set(property.getName(), schema(property, member, mayBeNone));
            if (!mayBeNone
                    && !member.hasAnnotation(StandsFor.class)
                    && isAlways(inclusion)
                    && isAlways(property.findInclusion())) {
                schema.withArray("required").add(property.getName());
            }
        }
        return schema;
    }

    private ObjectNode schema(BeanPropertyDefinition property, AnnotatedMember member, boolean mayBeNone) {
        if (member.hasAnnotation(JsonRawValue.class)) {
            return json.createObjectNode().put("description", "Any JSON");
        }
        var schema = of(property.getPrimaryType());
        var described = mayBeNone ? nullable(schema) : schema;
        var said = property.getMetadata().getDescription();
        return said == null ? described : described.put("description", said);
    }

    private static boolean isAlways(JsonInclude.Value inclusion) {
        return switch (inclusion.getValueInclusion()) {
            case USE_DEFAULTS, ALWAYS -> true;
            default -> false;
        };
    }

    private static boolean isNullable(AnnotatedMember member) {
        return switch (member.getMember()) {
            case Method method -> method.getAnnotatedReturnType().isAnnotationPresent(Nullable.class);
            case Field field -> field.getAnnotatedType().isAnnotationPresent(Nullable.class);
            default -> false;
        };
    }

    /** Returns module and class, such as {@code ordering.OrderBody.Line}; no object name contains a dot. */
    private static String name(Class<?> type) {
        String module = type.getPackageName().replaceFirst("^io\\.qudao\\.", "").replaceFirst("\\..*$", "");
        String outer = type.getCanonicalName().substring(type.getPackageName().length());
        return module + outer;
    }

    private record Leaf(String type, @Nullable String format) {
        ObjectNode schema(JsonMapper json) {
            var schema = json.createObjectNode().put("type", type);
            return format == null ? schema : schema.put("format", format);
        }
    }
}
