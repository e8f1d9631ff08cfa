package io.qudao.metadata.internal;

import io.qudao.expression.Expressions;
import io.qudao.kernel.Violations;
import io.qudao.metadata.ChangeSets.Side;
import io.qudao.metadata.ComponentKey;
import io.qudao.metadata.ComponentKind;
import io.qudao.metadata.Plan.Conflict;
import io.qudao.metadata.internal.document.CanonicalJson;
import io.qudao.metadata.internal.document.ComponentCatalog;
import io.qudao.metadata.internal.document.Document;
import io.qudao.metadata.internal.document.Edit;
import io.qudao.metadata.internal.document.Edits;
import io.qudao.metadata.internal.document.Identities;
import io.qudao.metadata.internal.document.Layers;
import io.qudao.metadata.internal.document.OwnComponent;
import io.qudao.metadata.internal.document.Shipped;
import io.qudao.metadata.internal.document.ThreeWay;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.StringNode;

/**
 * One merge of a change set with what is published. Components meet by identity, so a rename on one side and other changes
 * on the other come together. All documents are first brought to the names of the result, then merged.
 */
final class Merge {
    private final Edits edits;
    private final NavigableMap<ComponentKey, OwnComponent> published;
    private final Identities identities;
    private final Function<ComponentKey, Side> sides;
    private final Set<ComponentKey> moved = new HashSet<>();
    private final NavigableMap<ComponentKey, OwnComponent> components = new TreeMap<>();
    private final Map<ComponentKey, ComponentKey> origins = new TreeMap<>();
    private final Map<ComponentKey, Outcome> outcomes = new TreeMap<>();
    private final List<Conflict> conflicts = new ArrayList<>();

    Merge(Edits edits, NavigableMap<ComponentKey, OwnComponent> published, Function<ComponentKey, Side> sides) {
        this.edits = edits;
        this.published = published;
        this.identities = Identities.of(published.values());
        this.sides = sides;
        edits.components().forEach((key, edit) -> {
            var theirs = edit.identity() == null ? null : identities.find(edit.identity());
            if (theirs != null && !theirs.equals(key)) {
                moved.add(theirs);
            }
        });
    }

    /**
     * What became of an edit.
     *
     * @param key of the result
     * @param mine the edited document with the names of the result
     * @param document the result; null if the component is removed
     * @param theirs the key by which the component is published
     */
    record Outcome(
            ComponentKey key,
            @Nullable Document mine,
            @Nullable Document document,
            @Nullable ComponentKey theirs) {}

    Edits edits() {
        return edits;
    }

    /** The keys of the result that the change set edits. */
    Set<ComponentKey> edited() {
        return outcomes.values().stream().map(Outcome::key).collect(Collectors.toSet());
    }

    /** The tenant's components as the change set would leave them, each with its identity. */
    NavigableMap<ComponentKey, OwnComponent> components() {
        return components;
    }

    List<Conflict> conflicts() {
        return List.copyOf(conflicts);
    }

    /** What became of each edit. */
    Map<ComponentKey, Outcome> outcomes() {
        return outcomes;
    }

    /** Returns the key by which a component of the result is published; null if it is not. */
    @Nullable
    ComponentKey origin(ComponentKey key) {
        return origins.get(key);
    }

    void run(Map<ComponentKey, ComponentKey> since, Layers layers, Shipped lower, Expressions expressions) {
        var names = Names.of(edits.components(), this::theirs, since, this::isTaken, sides);
        var catalog =
                names.isEmpty() ? ComponentCatalog.NONE : layers.merge(lower, underAllNames(since), new Violations());
        var ofBase = new Renaming(names.base(), expressions);
        var ofMine = new Renaming(names.mine(), expressions);
        var ofTheirs = new Renaming(names.theirs(), expressions);
        published.values().forEach(owned -> {
            var document = ofTheirs.document(owned.document(), catalog);
            components.put(document.key(), new OwnComponent(document, owned.identity()));
            origins.put(document.key(), owned.key());
        });
        var others = others(ofTheirs);
        edits.components().forEach((key, edit) -> {
            var base = edit.base();
            var started = base == null ? null : new Document(edit.start(key), base.body(), base.hash());
            var mine = of(ofMine, edit.document(), catalog);
            var renamed = new Edit(mine, of(ofBase, started, catalog), null, null, null);
            merge(key, edit, renamed, others.get(key), ofMine.key(key));
        });
    }

    /** Takes the published components out of the result that are edited; returns each by the key of its edit. */
    private Map<ComponentKey, OwnComponent> others(Renaming ofTheirs) {
        var others = new TreeMap<ComponentKey, OwnComponent>();
        edits.components().forEach((key, edit) -> {
            var theirs = theirs(key, edit);
            var other = theirs == null ? null : components.remove(ofTheirs.key(theirs));
            if (other != null) {
                origins.remove(other.key());
                others.put(key, other);
            }
        });
        return others;
    }

    /** @param renamed the edit with the names of the result */
    private void merge(ComponentKey key, Edit edit, Edit renamed, @Nullable OwnComponent other, ComponentKey result) {
        var side = sides.apply(key);
        var theirs = theirs(key, edit);
        var merged = ThreeWay.merge(key, renamed, other == null ? null : other.document(), side);
        conflicts.addAll(merged.conflicts());
        boolean removed = other == null && isOfItsOwn(key, edit);
        if (removed && merged.conflicts().isEmpty()) {
            conflicts.add(new Conflict(key, "", json(renamed.base()), json(renamed.document()), null));
        } else if (merged.conflicts().isEmpty() || other != null) {
            name(key, edit, theirs, result);
        }
        var body = removed && side == Side.MINE ? renamed.document() : merged.document();
        var document = body == null ? null : Document.of(result, body.body());
        if (document != null) {
            components.put(result, new OwnComponent(document, other == null ? null : other.identity(), edit.made()));
            if (theirs != null) {
                origins.put(result, theirs);
            }
        }
        outcomes.put(key, new Outcome(result, renamed.document(), document, theirs));
    }

    /** Returns whether an edit renames a component, and not only its object that is still there. */
    private boolean isOfItsOwn(ComponentKey key, Edit edit) {
        var origin = edit.origin();
        if (edit.document() == null || origin == null) {
            return false;
        }
        var object = new ComponentKey(ComponentKind.OBJECT, key.object());
        var ofObject = edits.components().get(object);
        boolean gone = ofObject != null && theirs(object, ofObject) == null;
        return gone || !key.local().equals(origin.local());
    }

    /** Reports a name that the other side has changed too, or has given to another component. */
    private void name(ComponentKey key, Edit edit, @Nullable ComponentKey theirs, ComponentKey result) {
        var start = edit.start(key);
        boolean both = theirs != null
                && isNamed(key)
                && edit.isOfPublished()
                && !theirs.local().equals(start.local())
                && !theirs.local().equals(key.local());
        boolean mineToo = edit.document() == null || !key.local().equals(start.local());
        boolean taken = edit.document() != null && components.containsKey(result);
        if ((both && mineToo) || taken) {
            conflicts.add(new Conflict(
                    key,
                    "name",
                    text(start.local()),
                    edit.document() == null ? null : text(key.local()),
                    theirs == null ? null : text(theirs.local())));
        }
    }

    /** Returns the key by which an edited component is published now; null if it is not. */
    private @Nullable ComponentKey theirs(ComponentKey key, Edit edit) {
        if (edit.identity() != null) {
            return identities.find(edit.identity());
        }
        var start = edit.start(key);
        boolean isIt = edit.isOfPublished() || !moved.contains(start);
        return isIt && published.containsKey(start) ? start : null;
    }

    /** Returns whether a component is published by this key and stays there. */
    private boolean isTaken(ComponentKey key) {
        return published.containsKey(key) && !moved.contains(key);
    }

    /** Returns all documents under all names of all sides, to find out where paths lead. */
    private List<OwnComponent> underAllNames(Map<ComponentKey, ComponentKey> since) {
        var all = new TreeMap<ComponentKey, Document>();
        published.forEach((key, owned) -> all.put(key, owned.document()));
        edits.components().forEach((key, edit) -> {
            var document = edit.document();
            if (document != null) {
                all.putIfAbsent(key, document);
            }
            var base = edit.base();
            if (base != null) {
                all.putIfAbsent(edit.start(key), base);
            }
        });
        since.forEach((before, now) -> published.forEach((key, owned) -> {
            boolean part = before.kind() == ComponentKind.OBJECT && key.object().equals(now.name());
            if (key.equals(now)) {
                all.putIfAbsent(before, owned.document());
            } else if (part) {
                all.putIfAbsent(ComponentKey.part(key.kind(), before.name(), key.local()), owned.document());
            }
        }));
        return all.entrySet().stream()
                .map(entry -> new OwnComponent(
                        Document.of(entry.getKey(), entry.getValue().body()), null))
                .toList();
    }

    private static @Nullable Document of(Renaming renaming, @Nullable Document document, ComponentCatalog catalog) {
        return document == null ? null : renaming.document(document, catalog);
    }

    private static boolean isNamed(ComponentKey key) {
        return key.kind() == ComponentKind.OBJECT || key.kind() == ComponentKind.FIELD;
    }

    private static @Nullable String json(@Nullable Document document) {
        return document == null ? null : document.json();
    }

    private static String text(String name) {
        return CanonicalJson.write(StringNode.valueOf(name));
    }
}
