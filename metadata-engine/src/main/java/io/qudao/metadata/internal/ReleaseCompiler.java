package io.qudao.metadata.internal;

import io.qudao.expression.Expressions;
import io.qudao.kernel.Violations;
import io.qudao.metadata.ApprovalProcess;
import io.qudao.metadata.ComponentKind;
import io.qudao.metadata.Field;
import io.qudao.metadata.Label;
import io.qudao.metadata.Layout;
import io.qudao.metadata.ListView;
import io.qudao.metadata.ObjectType;
import io.qudao.metadata.Storage;
import io.qudao.metadata.ValidationRule;
import io.qudao.metadata.internal.check.CompiledGrants;
import io.qudao.metadata.internal.check.ProcessOrder;
import io.qudao.metadata.internal.document.ComponentCatalog;
import io.qudao.metadata.internal.document.Definition.OfLayout;
import io.qudao.metadata.internal.document.Definition.OfListView;
import io.qudao.metadata.internal.document.Definition.OfRule;
import io.qudao.metadata.internal.document.Footings;
import io.qudao.metadata.internal.document.Layers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Compiles a published state to a {@link CompiledRelease}. */
@Component
final class ReleaseCompiler {
    /** Every object has this list, either its own or the standard one. */
    private static final String LIST_OF_ALL = "all";

    private static final String DEFAULT_LAYOUT = "default";
    private static final Logger LOG = LoggerFactory.getLogger(ReleaseCompiler.class);

    private final Layers layers;
    private final Footings footings;
    private final ProcessOrder processes;
    private final ObjectCompiler objects;

    ReleaseCompiler(Layers layers, Footings footings, ObjectCompiler objects, Expressions expressions) {
        this.processes = new ProcessOrder(expressions);
        this.layers = layers;
        this.footings = footings;
        this.objects = objects;
    }

    /** Returns the release of what ships, without anything of a tenant. */
    CompiledRelease standard() {
        return compile(CompiledRelease.EVERYBODY, PublishedState.NOTHING);
    }

    CompiledRelease compile(int tenant, PublishedState live) {
        var catalog = catalog(tenant, live);
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
                CompiledGrants.of(catalog));
    }

    /** Components that do not fit are left out and logged, so that every node can serve any published release. */
    private ComponentCatalog catalog(int tenant, PublishedState live) {
        var violations = new Violations();
        var footing = footings.of(live.layer(), live.own());
        var catalog = layers.merge(footing.lower(), live.own(), violations);
        if (!footing.conflicts().isEmpty() || !violations.isEmpty()) {
            LOG.warn(
                    "Release {} of tenant {} conflicts with what ships now and stays on what shipped before: {} {}",
                    live.number(),
                    tenant,
                    footing.conflicts(),
                    violations.list());
        }
        return catalog;
    }

    private static <T> Map<String, T> byObject(Map<String, ObjectType> types, Function<String, T> parts) {
        var all = new LinkedHashMap<String, T>();
        types.keySet().forEach(object -> all.put(object, parts.apply(object)));
        return Map.copyOf(all);
    }

    private static List<ValidationRule> rules(ComponentCatalog catalog, String object) {
        return catalog.parts(ComponentKind.VALIDATION_RULE, object).stream()
                .map(entry -> {
                    var rule = entry.as(OfRule.class);
                    return new ValidationRule(
                            object, entry.key().local(), rule.condition(), rule.message(), rule.field());
                })
                .toList();
    }

    private static Layout layout(ComponentCatalog catalog, ObjectType type) {
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
        var section = new Layout.Section(Label.of("Details", "基本信息", "基本資訊"), 2, usual(type));
        return new Layout(type.name(), DEFAULT_LAYOUT, List.of(section));
    }

    private static List<ListView> listViews(ComponentCatalog catalog, ObjectType type) {
        var views = catalog.parts(ComponentKind.LIST_VIEW, type.name()).stream()
                .map(entry -> {
                    var view = entry.as(OfListView.class);
                    return new ListView(
                            type.name(), entry.key().local(), view.label(), view.columns(), view.filter(), view.sort());
                })
                .toList();
        boolean hasAll = views.stream().anyMatch(view -> view.name().equals(LIST_OF_ALL));
        return hasAll
                ? views
                : Stream.concat(Stream.of(listOfAll(type)), views.stream()).toList();
    }

    /** Returns the name, then the object's own fields, then the system fields of records. */
    private static List<String> usual(ObjectType type) {
        boolean own = type.storage() instanceof Storage.Cell;
        var first = type.fields().stream()
                .filter(field -> !own || !field.standard() || field.name().equals(type.nameField()));
        var last = type.fields().stream()
                .filter(field -> own && field.standard() && !field.name().equals(type.nameField()))
                .filter(field -> ObjectType.isUsuallyShown(field.name()));
        return Stream.concat(first, last).map(Field::name).toList();
    }

    private static ListView listOfAll(ObjectType type) {
        var columns = usual(type).stream().limit(ListView.USUAL_COLUMNS).toList();
        return new ListView(type.name(), LIST_OF_ALL, Label.of("All", "全部", "全部"), columns, null, List.of());
    }

    private List<ApprovalProcess> approvals(ComponentCatalog catalog, String object) {
        return processes.of(catalog, object).stream()
                .map(placed -> {
                    var approval = placed.process();
                    return new ApprovalProcess(
                            object,
                            placed.entry().key().local(),
                            approval.order(),
                            approval.entry(),
                            approval.approverPermission(),
                            approval.requesterMayApprove(),
                            approval.label());
                })
                .toList();
    }
}
