package io.qudao.metadata.internal.document;

import io.qudao.kernel.Violations;
import io.qudao.metadata.ComponentKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** The JSON Schema of each kind, used by editors and to check documents. */
@Component
public final class Schemas {
    private static final String TENANT = "x-tenant";

    private final Map<ComponentKind, ObjectNode> schemas = new EnumMap<>(ComponentKind.class);

    public Schemas() {
        for (ComponentKind kind : ComponentKind.values()) {
            var schema = read(kind);
            SchemaCheck.requireUnderstood(schema);
            schemas.put(kind, schema);
        }
    }

    public String text(ComponentKind kind) {
        return schema(kind).toPrettyString();
    }

    /** Adds everything wrong with the form of a whole document. */
    public void check(Document effective, Violations violations) {
        new SchemaCheck(schema(effective.key().kind()), violations).check(effective.body());
    }

    /**
     * Refuses attributes that a tenant's document may not have: those reserved for the platform and, in an override,
     * those that cannot be overridden.
     */
    public void checkTenant(Document own, boolean overrides, Violations violations) {
        var properties = schema(own.key().kind()).get("properties");
        for (String attribute : own.body().propertyNames()) {
            String rule = properties.path(attribute).path(TENANT).asString("");
            if (rule.equals("never") || (rule.equals("own") && overrides)) {
                violations.add(attribute, "metadata.not_yours", attribute);
            }
        }
    }

    private ObjectNode schema(ComponentKind kind) {
        return java.util.Objects.requireNonNull(schemas.get(kind));
    }

    private static ObjectNode read(ComponentKind kind) {
        try {
            var file = new ClassPathResource("metadata/schema/" + kind.code() + ".json");
            return CanonicalJson.read(file.getContentAsString(StandardCharsets.UTF_8));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
