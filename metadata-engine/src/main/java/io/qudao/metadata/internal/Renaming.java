package io.qudao.metadata.internal;

import io.qudao.expression.Expressions;
import io.qudao.expression.FieldPath;
import io.qudao.kernel.ProblemException;
import io.qudao.kernel.Violations;
import io.qudao.metadata.ComponentKey;
import io.qudao.metadata.ComponentKind;
import io.qudao.metadata.internal.check.NameCheck;
import io.qudao.metadata.internal.document.ComponentCatalog;
import io.qudao.metadata.internal.document.Definition.OfField;
import io.qudao.metadata.internal.document.Document;
import io.qudao.metadata.internal.document.OwnComponent;
import io.qudao.metadata.internal.document.Shipped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** Renames objects and fields and rewrites every document that uses them. */
final class Renaming {
    private static final Set<String> EXPRESSIONS = Set.of("condition", "filter", "entry", "default");

    /** Objects and fields, each with its new key; of a field's, only the name within the object counts. */
    private final Map<ComponentKey, ComponentKey> names;

    private final Expressions expressions;

    Renaming(ComponentKey key, String name, Expressions expressions) {
        this(
                Map.of(
                        key,
                        key.kind() == ComponentKind.OBJECT
                                ? new ComponentKey(key.kind(), name)
                                : ComponentKey.part(key.kind(), key.object(), name)),
                expressions);
    }

    Renaming(Map<ComponentKey, ComponentKey> names, Expressions expressions) {
        this.names = Map.copyOf(names);
        this.expressions = expressions;
    }

    /**
     * A rewritten document that replaces another.
     *
     * @param before its previous key
     */
    record Renamed(ComponentKey before, Document document) {}

    /** @param own keys of the tenant's components, including those that are about to be removed */
    void check(Set<ComponentKey> own, Shipped lower) {
        names.forEach((before, after) -> check(before, after, own, lower));
    }

    private static void check(ComponentKey before, ComponentKey after, Set<ComponentKey> own, Shipped lower) {
        var violations = new Violations();
        if (before.kind() != ComponentKind.OBJECT && before.kind() != ComponentKind.FIELD) {
            violations.add(before.toString(), "metadata.not_renamed");
        }
        NameCheck.check(after, violations);
        if (own.contains(after) || lower.has(after)) {
            violations.add(after.toString(), "metadata.duplicate", after.local());
        }
        ProblemException.failIfAny(MetadataProblem.INVALID_COMPONENT, violations.list(), before);
    }

    /**
     * Returns the documents to rewrite.
     *
     * @param merged all components under their previous names, to find out where paths lead
     */
    List<Renamed> of(Collection<OwnComponent> own, ComponentCatalog merged) {
        var renamed = new ArrayList<Renamed>();
        for (OwnComponent owned : own) {
            var document = document(owned.document(), merged);
            if (!document.equals(owned.document())) {
                renamed.add(new Renamed(owned.key(), document));
            }
        }
        return renamed;
    }

    /** Returns a document with the new names; the same one if it uses none of them. */
    Document document(Document document, ComponentCatalog merged) {
        if (names.isEmpty()) {
            return document;
        }
        var key = key(document.key());
        var body = body(document, merged);
        return key.equals(document.key()) && body.equals(document.body()) ? document : Document.of(key, body);
    }

    ComponentKey key(ComponentKey key) {
        if (key.kind() == ComponentKind.OBJECT) {
            return names.getOrDefault(key, key);
        }
        if (key.object().isEmpty()) {
            return key;
        }
        return ComponentKey.part(
                key.kind(), object(key.object()), names.getOrDefault(key, key).local());
    }

    private ObjectNode body(Document document, ComponentCatalog merged) {
        var body = document.body().deepCopy();
        if (names.keySet().stream().anyMatch(key -> key.kind() == ComponentKind.FIELD)) {
            if (document.key().kind() == ComponentKind.PERMISSION_SET) {
                renameRights(body);
            } else {
                renameField(body, path -> path(document.key().object(), path, merged));
            }
        }
        if (names.keySet().stream().anyMatch(key -> key.kind() == ComponentKind.OBJECT)) {
            renameObject(body);
        }
        return body;
    }

    private void renameRights(ObjectNode body) {
        if (body.get("objects") instanceof ObjectNode objects) {
            objects.properties().forEach(object -> {
                if (object.getValue() instanceof ObjectNode rights) {
                    replaceIn(rights, "hidden", name -> field(object.getKey(), name));
                    replaceIn(rights, "readOnly", name -> field(object.getKey(), name));
                }
            });
        }
    }

    private void renameObject(ObjectNode body) {
        replace(body, "target", this::object);
        if (body.get("objects") instanceof ObjectNode objects) {
            var renamed = new LinkedHashMap<String, JsonNode>();
            objects.properties().forEach(object -> renamed.put(object(object.getKey()), object.getValue()));
            objects.removeAll();
            renamed.forEach(objects::set);
        }
        replaceIn(body, "permissions", this::permission);
        replace(body, "approverPermission", this::permission);
    }

    /** Those of modules stay as they are, also if the object has the name of one. */
    private String permission(String name) {
        String[] parts = name.split("\\.", -1);
        return parts.length == 3 && parts[0].equals("record") ? "record." + object(parts[1]) + "." + parts[2] : name;
    }

    private String object(String name) {
        var key = new ComponentKey(ComponentKind.OBJECT, name);
        return names.getOrDefault(key, key).name();
    }

    private String field(String object, String name) {
        var key = ComponentKey.part(ComponentKind.FIELD, object, name);
        return names.getOrDefault(key, key).local();
    }

    private void renameField(ObjectNode body, UnaryOperator<FieldPath> renamed) {
        UnaryOperator<String> path =
                text -> renamed.apply(FieldPath.parse(text)).toString();
        replace(body, "nameField", path);
        replace(body, "field", path);
        replaceIn(body, "columns", path);
        EXPRESSIONS.forEach(
                attribute -> replace(body, attribute, expression -> expressions.rename(expression, renamed)));
        each(body, "sections", section -> replaceIn(section, "fields", path));
        each(body, "sort", sort -> replace(sort, "field", path));
    }

    /** Returns a path from this object, with the other names of the fields it leads through. */
    private FieldPath path(String object, FieldPath path, ComponentCatalog merged) {
        var steps = new ArrayList<String>();
        var at = Optional.of(object);
        for (String name : path.names()) {
            steps.add(at.map(in -> field(in, name)).orElse(name));
            at = at.flatMap(in -> merged.field(in, name)).map(OfField::target);
        }
        return new FieldPath(steps);
    }

    private static void replace(ObjectNode body, String attribute, UnaryOperator<String> renamed) {
        if (body.get(attribute) instanceof StringNode text) {
            body.put(attribute, renamed.apply(text.asString()));
        }
    }

    private static void replaceIn(ObjectNode body, String attribute, UnaryOperator<String> renamed) {
        if (body.get(attribute) instanceof ArrayNode names) {
            for (int index = 0; index < names.size(); index++) {
                names.set(
                        index, StringNode.valueOf(renamed.apply(names.get(index).asString(""))));
            }
        }
    }

    private static void each(ObjectNode body, String attribute, Consumer<ObjectNode> change) {
        @Nullable JsonNode items = body.get(attribute);
        if (items instanceof ArrayNode list) {
            list.values().stream()
                    .filter(ObjectNode.class::isInstance)
                    .map(ObjectNode.class::cast)
                    .forEach(change);
        }
    }
}
