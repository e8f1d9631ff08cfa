package io.qudao.metadata.internal;

import io.qudao.kernel.Violations;
import io.qudao.metadata.ApprovalProcess;
import io.qudao.metadata.ComponentKind;
import io.qudao.metadata.Label;
import io.qudao.metadata.Layout;
import io.qudao.metadata.ListView;
import io.qudao.metadata.ObjectType;
import io.qudao.metadata.PermissionSet;
import io.qudao.metadata.PermissionSet.ObjectRights;
import io.qudao.metadata.ValidationRule;
import io.qudao.metadata.internal.Definition.OfApproval;
import io.qudao.metadata.internal.Definition.OfLayout;
import io.qudao.metadata.internal.Definition.OfListView;
import io.qudao.metadata.internal.Definition.OfPermissionSet;
import io.qudao.metadata.internal.Definition.OfRule;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Makes a {@link CompiledRelease} of what is live. */
@Component
final class ReleaseCompiler {
    private static final String DEFAULT_LAYOUT = "default";
    private static final int DEFAULT_COLUMNS = 6;

    private final Layers layers;
    private final ObjectCompiler objects;

    ReleaseCompiler(Layers layers, ObjectCompiler objects) {
        this.layers = layers;
        this.objects = objects;
    }

    /** What ships, without anything of a tenant. */
    CompiledRelease standard() {
        return compile(CompiledRelease.EVERYBODY, Live.NOTHING);
    }

    CompiledRelease compile(int tenant, Live live) {
        var violations = new Violations();
        var catalog = layers.merge(live.own(), violations);
        if (!violations.isEmpty()) {
            throw new IllegalStateException(
                    "Release " + live.number() + " of tenant " + tenant + " is wrong: " + violations.list());
        }
        var placement = new Placements(live.objects(), live.slots());
        var types = new TreeMap<String, ObjectType>();
        catalog.of(ComponentKind.OBJECT)
                .forEach(entry -> types.put(entry.key().name(), objects.compile(catalog, entry, placement)));
        return new CompiledRelease(
                tenant,
                live.number(),
                types,
                byObject(types, object -> rules(catalog, object)),
                byObject(types, object -> layout(catalog, types.get(object))),
                byObject(types, object -> listViews(catalog, types.get(object))),
                byObject(types, object -> approvals(catalog, object)),
                permissionSets(catalog));
    }

    private static <T> Map<String, T> byObject(Map<String, ObjectType> types, Function<String, T> parts) {
        var all = new LinkedHashMap<String, T>();
        types.keySet().forEach(object -> all.put(object, parts.apply(object)));
        return Map.copyOf(all);
    }

    private static List<ValidationRule> rules(Catalog catalog, String object) {
        return catalog.parts(ComponentKind.VALIDATION_RULE, object).stream()
                .map(entry -> {
                    var rule = entry.as(OfRule.class);
                    return new ValidationRule(
                            object, entry.key().local(), rule.condition(), rule.message(), rule.field());
                })
                .toList();
    }

    private static Layout layout(Catalog catalog, ObjectType type) {
        var layouts = catalog.parts(ComponentKind.LAYOUT, type.name());
        return layouts.stream()
                .filter(entry -> entry.key().local().equals(DEFAULT_LAYOUT))
                .findFirst()
                .or(() -> layouts.stream().findFirst())
                .map(entry -> new Layout(
                        type.name(),
                        entry.key().local(),
                        entry.as(OfLayout.class).sections().stream()
                                .map(OfLayout.Part::section)
                                .toList()))
                .orElseGet(() -> layoutOfAll(type));
    }

    private static Layout layoutOfAll(ObjectType type) {
        var fields = type.fields().stream().map(field -> field.name()).toList();
        var section = new Layout.Section(Label.of("Details", "基本信息"), 2, fields);
        return new Layout(type.name(), DEFAULT_LAYOUT, List.of(section));
    }

    private static List<ListView> listViews(Catalog catalog, ObjectType type) {
        var views = catalog.parts(ComponentKind.LIST_VIEW, type.name()).stream()
                .map(entry -> {
                    var view = entry.as(OfListView.class);
                    return new ListView(
                            type.name(), entry.key().local(), view.label(), view.columns(), view.filter(), view.sort());
                })
                .toList();
        return views.isEmpty() ? List.of(listOfAll(type)) : views;
    }

    private static ListView listOfAll(ObjectType type) {
        var columns = type.fields().stream()
                .limit(DEFAULT_COLUMNS)
                .map(field -> field.name())
                .toList();
        return new ListView(type.name(), "all", Label.of("All", "全部"), columns, null, List.of());
    }

    private static List<ApprovalProcess> approvals(Catalog catalog, String object) {
        return catalog.parts(ComponentKind.APPROVAL_PROCESS, object).stream()
                .map(entry -> {
                    var approval = entry.as(OfApproval.class);
                    return new ApprovalProcess(
                            object,
                            entry.key().local(),
                            approval.entry(),
                            approval.approverPermission(),
                            approval.requesterMayApprove(),
                            approval.label());
                })
                .toList();
    }

    private static List<PermissionSet> permissionSets(Catalog catalog) {
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
                        rights.hidden(),
                        rights.readOnly(),
                        java.util.Objects.requireNonNull(rights.rows()))));
        return all;
    }
}
