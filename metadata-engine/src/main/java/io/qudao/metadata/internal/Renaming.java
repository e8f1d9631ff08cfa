package io.qudao.metadata.internal;

import io.qudao.kernel.ProblemException;
import io.qudao.kernel.Violations;
import io.qudao.metadata.ComponentKey;
import io.qudao.metadata.ComponentKind;
import io.qudao.metadata.internal.check.NameCheck;
import io.qudao.metadata.internal.document.Document;
import io.qudao.metadata.internal.document.OwnComponent;
import io.qudao.metadata.internal.document.Shipped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** Renames an object or a field and rewrites every document that uses it. */
final class Renaming {
    /** String literals of an expression, which are left alone, and names, which may be the renamed one. */
    private static final Pattern TOKENS =
            Pattern.compile("'(?:[^'\\\\]|\\\\.)*'|\"(?:[^\"\\\\]|\\\\.)*\"|[A-Za-z_][A-Za-z0-9_]*");

    private static final Set<String> EXPRESSIONS = Set.of("condition", "filter", "entry", "default");

    private final ComponentKey before;
    private final ComponentKey after;

    Renaming(ComponentKey key, String name) {
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

    List<Renamed> of(Collection<OwnComponent> own) {
        var renamed = new ArrayList<Renamed>();
        for (OwnComponent owned : own) {
            var key = key(owned.key());
            var document = Document.of(key, body(owned.document()));
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

    private ObjectNode body(Document document) {
        var body = document.body().deepCopy();
        if (before.kind() == ComponentKind.OBJECT) {
            replaceText(body, "target");
            renameObject(body);
        } else if (document.key().object().equals(before.object())) {
            renameField(body);
        } else if (document.key().kind() == ComponentKind.PERMISSION_SET
                && body.at("/objects/" + before.object()) instanceof ObjectNode rights) {
            replaceIn(rights, "hidden");
            replaceIn(rights, "readOnly");
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

    private void renameField(ObjectNode body) {
        replaceText(body, "nameField");
        replaceText(body, "field");
        replaceIn(body, "columns");
        for (String attribute : EXPRESSIONS) {
            if (body.get(attribute) instanceof StringNode expression) {
                body.put(attribute, expression(expression.asString()));
            }
        }
        each(body, "sections", section -> replaceIn(section, "fields"));
        each(body, "sort", sort -> replaceText(sort, "field"));
    }

    /** A name after a dot is a field of another record. */
    private String expression(String source) {
        return TOKENS.matcher(source).replaceAll(token -> {
            boolean of = token.start() > 0 && source.charAt(token.start() - 1) == '.';
            return java.util.regex.Matcher.quoteReplacement(
                    !of && token.group().equals(before.local()) ? after.local() : token.group());
        });
    }

    /** The name, or a path that begins with it; fields of other records are not its own. */
    private String path(String text) {
        boolean begins = text.equals(before.local()) || text.startsWith(before.local() + ".");
        return begins ? after.local() + text.substring(before.local().length()) : text;
    }

    private void replaceText(ObjectNode body, String attribute) {
        if (body.get(attribute) instanceof StringNode text) {
            body.put(attribute, path(text.asString()));
        }
    }

    private void replaceIn(ObjectNode body, String attribute) {
        if (body.get(attribute) instanceof ArrayNode names) {
            for (int index = 0; index < names.size(); index++) {
                names.set(index, StringNode.valueOf(path(names.get(index).asString(""))));
            }
        }
    }

    private static void each(ObjectNode body, String attribute, java.util.function.Consumer<ObjectNode> change) {
        @Nullable JsonNode items = body.get(attribute);
        if (items instanceof ArrayNode list) {
            list.values().stream()
                    .filter(ObjectNode.class::isInstance)
                    .map(ObjectNode.class::cast)
                    .forEach(change);
        }
    }
}
