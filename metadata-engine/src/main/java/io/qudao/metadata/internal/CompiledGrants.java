package io.qudao.metadata.internal;

import io.qudao.metadata.ComponentKind;
import io.qudao.metadata.PermissionSet;
import io.qudao.metadata.PermissionSet.ObjectRights;
import io.qudao.metadata.internal.Definition.OfPermissionSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Permission sets of a state. */
final class CompiledGrants {
    private CompiledGrants() {}

    static List<PermissionSet> of(Catalog catalog) {
        return catalog.of(ComponentKind.PERMISSION_SET).stream()
                .map(entry -> {
                    var set = entry.as(OfPermissionSet.class);
                    return new PermissionSet(entry.key().name(), set.label(), set.permissions(), rights(set.objects()));
                })
                .toList();
    }

    private static Map<String, ObjectRights> rights(Map<String, OfPermissionSet.Rights> objects) {
        var all = new TreeMap<String, ObjectRights>();
        objects.forEach((object, rights) -> all.put(
                object,
                new ObjectRights(
                        rights.create(),
                        rights.read(),
                        rights.update(),
                        rights.delete(),
                        rights.assign(),
                        rights.hidden(),
                        rights.readOnly(),
                        Objects.requireNonNull(rights.rows()))));
        return all;
    }
}
