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
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** Renames an object or a field and rewrites every document that uses it. */
final class Renaming {
    private static final Set<String> EXPRESSIONS = Set.of("condition", "filter", "entry", "default");

    private final ComponentKey before;
    private final ComponentKey after;
    private final Expressions expressions;

    Renaming(ComponentKey key, String name, Expressions expressions) {
        this.expressions = expressions;
        this.before = key;
        this.after = key.kind() == ComponentKind.OBJECT
                ? new ComponentKey(key.kind(), name)
                : ComponentKey.part(key.kind(), key.object(), name);
    }

    /**
     * A rewritten document that replaces another.
     *
     * @param before its previous key
     */
    record Renamed(ComponentKey before, Document document) {}

    void check(Set<ComponentKey> own, Shipped lower) {
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
            var key = key(owned.key());
            var document = Document.of(key, body(owned.document(), merged));
            if (!key.equals(owned.key())
                    || !document.body().equals(owned.document().body())) {
                renamed.add(new Renamed(owned.key(), document));
            }
        }
        return renamed;
    }

    private ComponentKey key(ComponentKey key) {
        if (key.equals(before)) {
            return after;
        }
        boolean part = before.kind() == ComponentKind.OBJECT
                && key.kind().isPart()
                && key.object().equals(before.name());
        return part ? ComponentKey.part(key.kind(), after.name(), key.local()) : key;
    }

    private ObjectNode body(Document document, ComponentCatalog merged) {
        var body = document.body().deepCopy();
        if (before.kind() == ComponentKind.OBJECT) {
            replace(body, "target", name -> name.equals(before.name()) ? after.name() : name);
            renameObject(body);
        } else if (document.key().kind() != ComponentKind.PERMISSION_SET) {
            renameField(body, path -> path(document.key().object(), path, merged));
        } else if (body.at("/objects/" + before.object()) instanceof ObjectNode rights) {
            UnaryOperator<String> field = name -> name.equals(before.local()) ? after.local() : name;
            replaceIn(rights, "hidden", field);
            replaceIn(rights, "readOnly", field);
        }
        return body;
    }

    private void renameObject(ObjectNode body) {
        if (body.get("objects") instanceof ObjectNode objects && objects.has(before.name())) {
            objects.set(after.name(), objects.remove(before.name()));
        }
        if (body.get("permissions") instanceof ArrayNode permissions) {
            for (int index = 0; index < permissions.size(); index++) {
                permissions.set(
                        index,
                        StringNode.valueOf(permission(permissions.get(index).asString())));
            }
        }
        if (body.get("approverPermission") instanceof StringNode permission) {
            body.put("approverPermission", permission(permission.asString()));
        }
    }

    private String permission(String name) {
        String record = "record." + before.name() + ".";
        String own = before.name() + ".";
        return name.startsWith(record)
                ? "record." + after.name() + "." + name.substring(record.length())
                : name.startsWith(own) ? after.name() + "." + name.substring(own.length()) : name;
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

    /** Returns a path from this object, with the field's other name wherever the path leads through its object. */
    private FieldPath path(String object, FieldPath path, ComponentCatalog merged) {
        var names = new ArrayList<String>();
        var at = Optional.of(object);
        for (String name : path.names()) {
            boolean isIt = at.filter(before.object()::equals).isPresent() && name.equals(before.local());
            names.add(isIt ? after.local() : name);
            at = at.flatMap(in -> merged.field(in, name)).map(OfField::target);
        }
        return new FieldPath(names);
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
