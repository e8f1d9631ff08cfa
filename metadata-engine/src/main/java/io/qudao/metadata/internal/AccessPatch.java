package io.qudao.metadata.internal;

import io.qudao.kernel.ProblemException;
import io.qudao.metadata.ComponentKey;
import io.qudao.metadata.ComponentKind;
import io.qudao.metadata.PermissionSet.Access;
import io.qudao.metadata.PermissionSet.ObjectRights;
import io.qudao.metadata.internal.document.CanonicalJson;
import io.qudao.metadata.internal.document.Definition.OfPermissionSet;
import io.qudao.metadata.internal.document.Document;
import io.qudao.metadata.internal.document.Layers;
import io.qudao.metadata.internal.document.OwnComponent;
import io.qudao.metadata.internal.document.Shipped;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Grants access through the tenant's part of permission sets. Only attributes that differ are written, so everything
 * else a set says about an object stays, and what ships with the platform keeps coming through.
 */
final class AccessPatch {
    private static final String OBJECTS = "objects";

    private final Shipped lower;
    private final NavigableMap<ComponentKey, OwnComponent> own;

    private AccessPatch(Shipped lower, Map<ComponentKey, OwnComponent> own) {
        this.lower = lower;
        this.own = new TreeMap<>(own);
    }

    /** Returns the tenant's components with the access granted. */
    static NavigableMap<ComponentKey, OwnComponent> apply(
            Collection<Access> access, Shipped lower, Map<ComponentKey, OwnComponent> own) {
        var patch = new AccessPatch(lower, own);
        access.forEach(patch::grant);
        return patch.own;
    }

    /** Returns whether a permission set says anything about an object. */
    static boolean isSaid(String set, String object, Shipped lower, Map<ComponentKey, OwnComponent> own) {
        return new AccessPatch(lower, own).rights(key(set), object) != null;
    }

    private void grant(Access access) {
        var key = key(access.set());
        var said = rights(key, access.object());
        var now = said == null
                ? ObjectRights.NOTHING
                : CanonicalJson.MAPPER
                        .treeToValue(said, OfPermissionSet.Rights.class)
                        .compiled();
        var granted = access.in(now);
        if (!granted.equals(now)) {
            var mine = own.get(key);
            var body = mine == null
                    ? CanonicalJson.empty()
                    : mine.document().body().deepCopy();
            write(opened(key, body, access.object()), now, granted);
            own.put(key, new OwnComponent(Document.of(key, body), null));
        }
    }

    /** Returns what the set says about the object now, all layers merged. */
    private @Nullable ObjectNode rights(ComponentKey key, String object) {
        var rights = whole(key).path(OBJECTS).get(object);
        return rights instanceof ObjectNode said ? said : null;
    }

    private ObjectNode whole(ComponentKey key) {
        var mine = own.get(key);
        var below = lower.documents().get(key);
        if (mine != null) {
            return Layers.effective(lower, mine).body();
        }
        if (below == null) {
            throw new ProblemException(MetadataProblem.UNKNOWN_COMPONENT, key);
        }
        return below.body();
    }

    /** Returns the place in the tenant's document where the rights on an object are written. */
    private ObjectNode opened(ComponentKey key, ObjectNode body, String object) {
        var below = lower.documents().get(key);
        var objectsBelow = below == null ? null : below.body().get(OBJECTS);
        var objects = opened(body, OBJECTS, objectsBelow);
        return opened(objects, object, objectsBelow == null ? null : objectsBelow.get(object));
    }

    /** Where the tenant removed what ships, it stays removed, attribute by attribute. */
    private static ObjectNode opened(ObjectNode body, String name, @Nullable JsonNode below) {
        var before = body.get(name);
        if (before instanceof ObjectNode open) {
            return open;
        }
        var opened = body.putObject(name);
        if (before != null && before.isNull() && below instanceof ObjectNode removed) {
            removed.propertyNames().forEach(opened::putNull);
        }
        return opened;
    }

    private static void write(ObjectNode rights, ObjectRights now, ObjectRights granted) {
        write(rights, "create", now.create(), granted.create());
        write(rights, "read", now.read(), granted.read());
        write(rights, "update", now.update(), granted.update());
        write(rights, "delete", now.delete(), granted.delete());
        write(rights, "assign", now.assign(), granted.assign());
        if (now.rows() != granted.rows()) {
            rights.put("rows", granted.rows().name().toLowerCase(Locale.ROOT));
        }
        write(rights, "hidden", now.hidden(), granted.hidden());
        write(rights, "partners", now.partners(), granted.partners());
    }

    private static void write(ObjectNode rights, String limit, Set<?> now, Set<?> granted) {
        if (!now.equals(granted)) {
            var items = rights.putArray(limit);
            granted.stream().map(Object::toString).sorted().forEach(items::add);
        }
    }

    private static void write(ObjectNode rights, String verb, boolean now, boolean granted) {
        if (now != granted) {
            rights.put(verb, granted);
        }
    }

    private static ComponentKey key(String set) {
        return new ComponentKey(ComponentKind.PERMISSION_SET, set);
    }
}
