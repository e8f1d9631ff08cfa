package io.qudao.metadata.internal;

import io.qudao.expression.internal.ExpressionsFixture;
import io.qudao.kernel.CurrencyCode;
import io.qudao.kernel.TenantId;
import io.qudao.kernel.Violations;
import io.qudao.metadata.ComponentKey;
import io.qudao.metadata.ComponentKind;
import io.qudao.metadata.DataType;
import io.qudao.metadata.Label;
import io.qudao.metadata.ObjectType;
import io.qudao.metadata.PermissionSet;
import io.qudao.metadata.StandardObject;
import io.qudao.metadata.internal.check.Checks;
import io.qudao.metadata.internal.document.CanonicalJson;
import io.qudao.metadata.internal.document.ComponentFiles;
import io.qudao.metadata.internal.document.Definitions;
import io.qudao.metadata.internal.document.Document;
import io.qudao.metadata.internal.document.Footings;
import io.qudao.metadata.internal.document.Layers;
import io.qudao.metadata.internal.document.OwnComponent;
import io.qudao.metadata.internal.document.Schemas;
import io.qudao.metadata.internal.document.Shipped;
import io.qudao.metadata.internal.document.StandardLayer;
import io.qudao.tenancy.Caller;
import io.qudao.tenancy.ModulePermissions;
import io.qudao.tenancy.ShardId;
import io.qudao.tenancy.Tenant;
import io.qudao.tenancy.TenantScope;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

/** A tenant's metadata in memory: put and remove components, plan, publish, without Spring or a database. */
final class TenantMetadataFixture {
    static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");

    static final StandardObject DEAL = StandardObject.of("deal", Label.of("Deal", "交易"), Label.of("Deals", "交易"))
            .table("apps.deal", "everything", "t1", "n1")
            .field(
                    "code",
                    DataType.TEXT,
                    Label.of("Code", "编码"),
                    field -> field.length(40).required().filterable())
            .field(
                    "status",
                    DataType.PICKLIST,
                    Label.of("Status", "状态"),
                    field -> field.option("open", Label.of("Open", "开放")).option("won", Label.of("Won", "赢单")))
            .field("total", DataType.MONEY, Label.of("Total", "总额"), field -> field.currency("currency"))
            .build();

    private static final Tenant TENANT =
            new Tenant(new TenantId(7), "seven", "Seven", new ShardId("s0"), Locale.ENGLISH, CurrencyCode.CNY);

    private final AtomicInteger objectNumbers = new AtomicInteger(100);
    private final MetadataProperties properties;
    private final Map<String, Shipped> earlier = new HashMap<>();
    private final Layers layers;
    private final Planner planner;
    private final ReleaseCompiler compiler;
    private final TreeMap<ComponentKey, OwnComponent> draft = new TreeMap<>();
    private PublishedState live = PublishedState.NOTHING;

    TenantMetadataFixture() {
        this(new MetadataProperties(Duration.ofMillis(500), 1000, 3, 12));
    }

    TenantMetadataFixture(MetadataProperties properties) {
        this(properties, DEAL);
    }

    private TenantMetadataFixture(MetadataProperties properties, StandardObject... shipped) {
        this.properties = properties;
        var definitions = new Definitions(new Schemas());
        layers = new Layers(new StandardLayer(List.of(shipped), new ComponentFiles()), definitions);
        var footings = new Footings(layers, hash -> Optional.ofNullable(earlier.get(hash)));
        var checks = new Checks(
                ExpressionsFixture.expressions(),
                properties,
                List.of(ModulePermissions.of("metadata.read")),
                new StaticListableBeanFactory().getBeanProvider(PermissionSet.Limits.class));
        planner = new Planner(layers, footings, checks, Clock.fixed(NOW, ZoneOffset.UTC));
        compiler = new ReleaseCompiler(layers, footings, new ObjectCompiler(), ExpressionsFixture.expressions());
    }

    /** JSON may use single quotes. */
    TenantMetadataFixture put(ComponentKind kind, String name, String json) {
        var key = new ComponentKey(kind, name);
        var before = draft.get(key);
        var document = Document.of(key, CanonicalJson.read(json.replace('\'', '"')));
        draft.put(key, new OwnComponent(document, before == null ? null : before.identity()));
        return this;
    }

    TenantMetadataFixture object(String name) {
        return put(ComponentKind.OBJECT, name, "{'label':{'en':'%s'}}".formatted(name));
    }

    /** @param more such as {@code 'type':'text','filterable':true} */
    TenantMetadataFixture field(String name, String more) {
        return put(ComponentKind.FIELD, name, "{'label':{'en':'%s'},%s}".formatted(name, more));
    }

    TenantMetadataFixture remove(ComponentKind kind, String name) {
        draft.remove(new ComponentKey(kind, name));
        return this;
    }

    /** The same tenant on the next version of the platform, which ships these objects. */
    TenantMetadataFixture upgraded(boolean remembered, StandardObject... shipped) {
        var next = new TenantMetadataFixture(properties, shipped);
        next.earlier.putAll(earlier);
        next.objectNumbers.set(objectNumbers.get());
        next.live = remembered
                ? live
                : new PublishedState(live.number(), live.revision(), live.own(), live.objects(), live.slots(), null);
        next.draft.putAll(draft);
        return next;
    }

    /** Renames as {@link Drafting} does. */
    TenantMetadataFixture rename(ComponentKind kind, String name, String other) {
        var renaming = new Renaming(new ComponentKey(kind, name), other, ExpressionsFixture.expressions());
        renaming.check(draft.keySet(), layers.shipped().without(draft::containsKey));
        var merged = layers.merge(layers.shipped(), draft.values(), new Violations());
        for (var renamed : renaming.of(List.copyOf(draft.values()), merged)) {
            var before = draft.remove(renamed.before());
            draft.put(renamed.document().key(), new OwnComponent(renamed.document(), before.identity()));
        }
        return this;
    }

    List<String> warnings() {
        return plan().warnings().stream()
                .map(one -> one.field() + ":" + one.code() + one.arguments())
                .toList();
    }

    private @Nullable String layer(Proposal proposal) {
        var layer = proposal.layer();
        if (layer == null || layer.hash() == null) {
            return live.layer();
        }
        earlier.put(layer.hash(), layer);
        return layer.hash();
    }

    Proposal plan() {
        return TenantScope.call(
                Caller.platform(TENANT), () -> planner.propose(live, draft, objectNumbers::incrementAndGet));
    }

    /** Violations as {@code field:code}, with arguments where there are some. */
    List<String> violations() {
        return plan().violations().stream()
                .map(one -> one.field() + ":" + one.code() + (one.arguments().isEmpty() ? "" : one.arguments()))
                .toList();
    }

    /** Publishes what must be right. */
    TenantMetadataFixture publish() {
        var proposal = plan();
        if (!proposal.violations().isEmpty()) {
            throw new AssertionError(proposal.violations());
        }
        var objects = new TreeMap<Integer, RegisteredObject>();
        live.objects().forEach(object -> objects.put(object.id(), object));
        proposal.objects().forEach(object -> objects.put(object.id(), object));
        var slots = new TreeMap<String, SlotRow>();
        live.slots().forEach(slot -> slots.put(slot.objectId() + slot.slot(), slot));
        proposal.slots().forEach(slot -> slots.put(slot.objectId() + slot.slot(), slot));
        live = new PublishedState(
                live.number() + 1,
                live.revision() + 1,
                List.copyOf(proposal.own()),
                List.copyOf(objects.values()),
                List.copyOf(slots.values()),
                layer(proposal));
        draft.clear();
        draft.putAll(live.components());
        return this;
    }

    /** What the back-fill job does: slots in one state come to another, or are freed where that is null. */
    TenantMetadataFixture slots(java.util.function.UnaryOperator<List<SlotRow>> work) {
        live = new PublishedState(
                live.number(), live.revision() + 1, live.own(), live.objects(), work.apply(live.slots()), live.layer());
        return this;
    }

    List<SlotRow> slots() {
        return new ArrayList<>(live.slots());
    }

    CompiledRelease compiled() {
        return compiler.compile(TENANT.id().value(), live);
    }

    CompiledRelease standard() {
        return compiler.standard();
    }

    ObjectType type(String object) {
        return compiled().object(object).orElseThrow();
    }

    /** What is wrong with the form of one document. */
    static List<String> form(ComponentKind kind, String json) {
        var violations = new Violations();
        var document = Document.of(new ComponentKey(kind, "x"), CanonicalJson.read(json.replace('\'', '"')));
        new Schemas().check(document, violations);
        return violations.list().stream()
                .map(one -> one.field() + ":" + one.code())
                .toList();
    }
}
