package io.qudao.metadata.internal.check;

import io.qudao.metadata.ComponentKey;
import io.qudao.metadata.ComponentKind;
import io.qudao.metadata.PermissionSet;
import io.qudao.metadata.PermissionSet.ObjectRights;
import io.qudao.metadata.internal.document.ComponentCatalog;
import io.qudao.metadata.internal.document.Definition.OfPermissionSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The permission sets of a state. */
public final class CompiledGrants {
    /** Ends the key of what took the name of a renamed component; no name ends like this. */
    private static final String NEW = "+";

    private CompiledGrants() {}

    /** Returns the permission sets under the previous names of objects and fields. */
    public static List<PermissionSet> before(ComponentCatalog next, Map<ComponentKey, ComponentKey> renamed) {
        return renamed.isEmpty()
                ? of(next)
                : of(next).stream().map(set -> before(set, renamed)).toList();
    }

    private static PermissionSet before(PermissionSet set, Map<ComponentKey, ComponentKey> renamed) {
        var objects = new TreeMap<String, ObjectRights>();
        set.objects()
                .forEach((object, rights) -> objects.put(
                        former(renamed, new ComponentKey(ComponentKind.OBJECT, object))
                                .name(),
                        new ObjectRights(
                                rights.create(),
                                rights.read(),
                                rights.update(),
                                rights.delete(),
                                rights.assign(),
                                fields(object, rights.hidden(), renamed),
                                fields(object, rights.readOnly(), renamed),
                                rights.rows(),
                                rights.partners())));
        var permissions = set.permissions().stream()
                .map(name -> permission(name, renamed))
                .collect(Collectors.toSet());
        return new PermissionSet(set.name(), set.label(), permissions, objects);
    }

    private static Set<String> fields(String object, Set<String> names, Map<ComponentKey, ComponentKey> renamed) {
        return names.stream()
                .map(name -> former(renamed, ComponentKey.part(ComponentKind.FIELD, object, name))
                        .local())
                .collect(Collectors.toSet());
    }

    private static String permission(String name, Map<ComponentKey, ComponentKey> renamed) {
        String[] parts = name.split("\\.", -1);
        return parts.length == 3 && parts[0].equals("record")
                ? "record."
                        + former(renamed, new ComponentKey(ComponentKind.OBJECT, parts[1]))
                                .name() + "." + parts[2]
                : name;
    }

    /**
     * Returns the key that a component had before. What takes the name that a renamed one had is new: its rights say nothing
     * about the other.
     */
    private static ComponentKey former(Map<ComponentKey, ComponentKey> renamed, ComponentKey key) {
        var before = renamed.get(key);
        if (before != null) {
            return before;
        }
        return renamed.containsValue(key) ? new ComponentKey(key.kind(), key.name() + NEW) : key;
    }

    public static List<PermissionSet> of(ComponentCatalog catalog) {
        return catalog.of(ComponentKind.PERMISSION_SET).stream()
                .map(entry -> {
                    var set = entry.as(OfPermissionSet.class);
                    return new PermissionSet(entry.key().name(), set.label(), set.permissions(), rights(set.objects()));
                })
                .toList();
    }

    private static Map<String, ObjectRights> rights(Map<String, OfPermissionSet.Rights> objects) {
        var all = new TreeMap<String, ObjectRights>();
        objects.forEach((object, rights) -> all.put(object, rights.compiled()));
        return all;
    }
}
