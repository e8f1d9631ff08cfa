package io.qudao.metadata.internal;

import io.qudao.kernel.CommonProblem;
import io.qudao.kernel.ProblemException;
import io.qudao.kernel.Violation;
import io.qudao.kernel.Violations;
import io.qudao.metadata.ChangeSets.Side;
import io.qudao.metadata.Component;
import io.qudao.metadata.ComponentKey;
import io.qudao.metadata.ComponentKind;
import io.qudao.metadata.Draft;
import io.qudao.metadata.Plan.Conflict;
import io.qudao.metadata.Releases.Listing;
import io.qudao.metadata.internal.check.NameCheck;
import io.qudao.metadata.internal.document.CanonicalJson;
import io.qudao.metadata.internal.document.Document;
import io.qudao.metadata.internal.document.Edit;
import io.qudao.metadata.internal.document.Edits;
import io.qudao.metadata.internal.document.Layers;
import io.qudao.metadata.internal.document.MergedComponent;
import io.qudao.metadata.internal.document.OwnComponent;
import io.qudao.metadata.internal.document.Schemas;
import io.qudao.metadata.internal.document.Shipped;
import io.qudao.metadata.internal.document.ThreeWay;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Edits the chosen change set, in the caller's transaction. */
@org.springframework.stereotype.Component
final class Drafting {
    private static final int TAG_LENGTH = 32;

    private final JdbcReleaseStore releases;
    private final JdbcChangeSetStore changeSets;
    private final Planner planner;
    private final Layers layers;
    private final Schemas schemas;
    private final Clock clock;

    Drafting(
            JdbcReleaseStore releases,
            JdbcChangeSetStore changeSets,
            Planner planner,
            Layers layers,
            Schemas schemas,
            Clock clock) {
        this.releases = releases;
        this.changeSets = changeSets;
        this.planner = planner;
        this.layers = layers;
        this.schemas = schemas;
        this.clock = clock;
    }

    Draft draft() {
        return changeSets.read().draft(releases.live().number());
    }

    Draft put(Component component, @Nullable String tag) {
        var document = Document.of(component.key(), CanonicalJson.read(component.json()));
        int newest = releases.lock();
        var live = releases.live();
        var lower = planner.footing(live).lower();
        requireForm(document, lower);
        requireTag(component.key(), live, lower, tag);
        var id = changeSets.touch(newest, clock.instant());
        changeSets.put(id, document.key(), new Edit(document, published(live, document.key()), null));
        return changeSets.read().draft(newest);
    }

    Draft grant(String object, Set<String> permissionSets) {
        int newest = releases.lock();
        var live = releases.live();
        var lower = planner.footing(live).lower();
        var own = changeSets.read().applyTo(live.components()).components();
        for (String name : new TreeSet<>(permissionSets)) {
            var key = new ComponentKey(ComponentKind.PERMISSION_SET, name);
            if (!lower.has(key) && !own.containsKey(key)) {
                throw new ProblemException(MetadataProblem.UNKNOWN_COMPONENT, key);
            }
            var body = own.containsKey(key) ? own.get(key).document().body().deepCopy() : CanonicalJson.empty();
            var below = lower.documents().get(key);
            boolean granted = body.at("/objects/" + object).isObject()
                    || (below != null && below.body().at("/objects/" + object).isObject());
            if (!granted) {
                body.withObject("/objects/" + object)
                        .put("create", true)
                        .put("read", true)
                        .put("update", true)
                        .put("rows", "all");
                var id = changeSets.touch(newest, clock.instant());
                changeSets.put(id, key, new Edit(Document.of(key, body), published(live, key), null));
            }
        }
        return changeSets.read().draft(newest);
    }

    Draft remove(ComponentKey key) {
        int newest = releases.lock();
        var live = releases.live();
        var lower = planner.footing(live).lower();
        var published = live.components();
        var own = changeSets.read().applyTo(published).components();
        if (!own.containsKey(key)) {
            throw new ProblemException(
                    lower.has(key) ? MetadataProblem.STANDARD_COMPONENT : MetadataProblem.UNKNOWN_COMPONENT, key);
        }
        var gone = own.keySet().stream()
                .filter(other -> goesWith(other, key, lower))
                .toList();
        var id = changeSets.touch(newest, clock.instant());
        markRemoved(id, live, gone);
        return changeSets.read().draft(newest);
    }

    Draft rename(ComponentKey key, String name) {
        int newest = releases.lock();
        var live = releases.live();
        var lower = planner.footing(live).lower();
        var own = changeSets.read().applyTo(live.components()).components();
        var renaming = new Renaming(key, name);
        if (!own.containsKey(key) || lower.has(key)) {
            throw new ProblemException(
                    lower.has(key) ? MetadataProblem.STANDARD_COMPONENT : MetadataProblem.UNKNOWN_COMPONENT, key);
        }
        renaming.check(own.keySet(), lower);
        var id = changeSets.touch(newest, clock.instant());
        for (var renamed : renaming.of(own.values())) {
            var after = renamed.document();
            if (renamed.before().equals(after.key())) {
                changeSets.put(id, after.key(), new Edit(after, published(live, after.key()), null));
            } else {
                var origin = origin(renamed.before());
                markRemoved(id, live, List.of(renamed.before()));
                changeSets.putAnew(id, after.key(), new Edit(after, published(live, after.key()), origin));
            }
        }
        return changeSets.read().draft(newest);
    }

    /** @param attributes those to resolve; empty: all */
    Draft resolve(ComponentKey key, Side side, Set<String> attributes) {
        int newest = releases.lock();
        var live = releases.live();
        var edit = changeSets.read().components().get(key);
        if (edit == null) {
            throw new ProblemException(MetadataProblem.UNKNOWN_COMPONENT, key);
        }
        var theirs = published(live, key);
        var settled = attributes.isEmpty() ? edit : settled(key, edit, theirs, side, attributes);
        var merged = ThreeWay.merge(key, settled, theirs, side);
        var id = changeSets.touch(newest, clock.instant());
        if (!attributes.isEmpty() && !merged.conflicts().isEmpty()) {
            changeSets.putAnew(id, key, settled);
        } else if (Objects.equals(merged.document(), theirs)) {
            changeSets.forget(id, List.of(key));
        } else {
            changeSets.putAnew(id, key, new Edit(merged.document(), theirs, edit.origin()));
        }
        return changeSets.read().draft(newest);
    }

    private static Edit settled(
            ComponentKey key, Edit edit, @Nullable Document theirs, Side side, Set<String> attributes) {
        var contested = ThreeWay.merge(key, edit, theirs, side).conflicts().stream()
                .map(Conflict::attribute)
                .collect(Collectors.toSet());
        var unknown = attributes.stream()
                .filter(attribute -> !contested.contains(attribute))
                .sorted()
                .map(attribute -> Violation.of("attributes", "unknown", attribute))
                .toList();
        ProblemException.failIfAny(CommonProblem.INVALID_INPUT, unknown);
        return ThreeWay.settle(key, edit, theirs, side, attributes);
    }

    void discard() {
        releases.lock();
        var id = changeSets.read().id();
        if (id != null) {
            changeSets.delete(id);
        }
    }

    List<Listing> components() {
        var live = releases.live();
        var lower = planner.footing(live).lower();
        var edits = changeSets.read();
        var own = edits.applyTo(live.components()).components();
        var listings = new ArrayList<Listing>();
        for (MergedComponent entry :
                layers.merge(lower, own.values(), new Violations()).inOrder()) {
            listings.add(listing(entry.key(), own, lower, edits));
        }
        // A document with a wrong form is not in the catalog, but it is in the draft.
        var listed = listings.stream().map(Listing::key).collect(Collectors.toSet());
        own.keySet().stream()
                .filter(key -> !listed.contains(key))
                .forEach(key -> listings.add(listing(key, own, lower, edits)));
        return listings;
    }

    private Listing listing(ComponentKey key, Map<ComponentKey, OwnComponent> own, Shipped lower, Edits edits) {
        var below = lower.documents().get(key);
        var mine = own.get(key);
        var effective = mine == null ? Objects.requireNonNull(below) : layers.effective(lower, mine);
        return new Listing(
                key,
                below == null ? null : below.json(),
                mine == null ? null : mine.document().json(),
                effective.json(),
                edits.components().containsKey(key),
                tag(effective));
    }

    private static String tag(Document effective) {
        return effective
                .hash()
                .substring(0, Math.min(TAG_LENGTH, effective.hash().length()));
    }

    /** Returns the key of a component in the published state, following all its renames in this change set. */
    private ComponentKey origin(ComponentKey before) {
        var edit = changeSets.read().components().get(before);
        return edit == null || edit.origin() == null ? before : edit.origin();
    }

    private void markRemoved(UUID id, PublishedState live, Collection<ComponentKey> keys) {
        var published = live.components();
        changeSets.forget(
                id, keys.stream().filter(key -> !published.containsKey(key)).toList());
        keys.stream()
                .filter(published::containsKey)
                .forEach(key -> changeSets.put(id, key, new Edit(null, published(live, key), null)));
    }

    private static @Nullable Document published(PublishedState live, ComponentKey key) {
        return live.own().stream()
                .map(OwnComponent::document)
                .filter(document -> document.key().equals(key))
                .findFirst()
                .orElse(null);
    }

    private static boolean goesWith(ComponentKey other, ComponentKey key, Shipped lower) {
        boolean ownObject = key.kind() == ComponentKind.OBJECT && !lower.has(key);
        return other.equals(key) || (ownObject && other.object().equals(key.name()));
    }

    /** Refuses an edit if the component is no longer as it was read. */
    private void requireTag(ComponentKey key, PublishedState live, Shipped lower, @Nullable String tag) {
        if (tag == null) {
            return;
        }
        var own = changeSets.read().applyTo(live.components()).components().get(key);
        var below = lower.documents().get(key);
        String now = own != null ? tag(layers.effective(lower, own)) : below != null ? tag(below) : "";
        if (!now.equals(tag)) {
            throw new ProblemException(CommonProblem.STALE, tag, now);
        }
    }

    private void requireForm(Document document, Shipped lower) {
        var violations = new Violations();
        boolean overrides = lower.has(document.key());
        if (!overrides) {
            NameCheck.check(document.key(), violations);
        }
        schemas.checkTenant(document, overrides, violations);
        schemas.check(layers.effective(lower, new OwnComponent(document, null)), violations);
        ProblemException.failIfAny(MetadataProblem.INVALID_COMPONENT, violations.list(), document.key());
    }

    /** Returns the document of a component that ships now. */
    Optional<String> shipped(ComponentKey key) {
        return Optional.ofNullable(layers.shipped().documents().get(key)).map(Document::json);
    }

    /** Returns the conflicts of an upgrade. */
    List<Violation> upgradeConflicts() {
        return planner.footing(releases.live()).conflicts();
    }
}
