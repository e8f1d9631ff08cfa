package io.qudao.metadata.internal;

import io.qudao.kernel.CommonProblem;
import io.qudao.kernel.ProblemException;
import io.qudao.kernel.Violation;
import io.qudao.metadata.ChangeSets.Side;
import io.qudao.metadata.ComponentKey;
import io.qudao.metadata.Draft;
import io.qudao.metadata.Plan.Conflict;
import io.qudao.metadata.internal.document.Document;
import io.qudao.metadata.internal.document.Edit;
import io.qudao.metadata.internal.document.Edits;
import io.qudao.metadata.internal.document.Identities;
import io.qudao.metadata.internal.document.OwnComponent;
import io.qudao.metadata.internal.document.Shipped;
import io.qudao.metadata.internal.document.ThreeWay;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The change set that one call edits. It is read once; each edit is stored and remembered, and the first one records
 * who edits and when.
 */
final class OpenDraft {
    private final JdbcChangeSetStore store;
    private final OpenDrafts drafts;
    private final PublishedState live;
    private final NavigableMap<ComponentKey, OwnComponent> published;
    private final Shipped lower;
    private final Clock clock;
    private Edits edits;
    private @Nullable Merge merge;
    private boolean touched;

    OpenDraft(JdbcChangeSetStore store, OpenDrafts drafts, PublishedState live, Shipped lower, Clock clock) {
        this.store = store;
        this.drafts = drafts;
        this.live = live;
        this.published = live.components();
        this.lower = lower;
        this.clock = clock;
        this.edits = store.read();
        if (merge().outcomes().entrySet().stream()
                .anyMatch(edit -> !edit.getKey().equals(edit.getValue().key()))) {
            follow(merge(), null);
        }
    }

    Shipped lower() {
        return lower;
    }

    /** Returns the tenant's components as the draft would leave them. */
    NavigableMap<ComponentKey, OwnComponent> own() {
        return merge().components();
    }

    /** Returns the keys of these components and of those that the draft removes. */
    Set<ComponentKey> known() {
        var known = new TreeSet<>(own().keySet());
        known.addAll(edits.components().keySet());
        return known;
    }

    /** Puts a document; an edit of the component that there is already keeps its base. */
    void put(ComponentKey key, Document document) {
        replace(Map.of(key, edit(key).with(document)));
    }

    void rename(List<Renaming.Renamed> renamed) {
        var renames = new LinkedHashMap<ComponentKey, Edit>();
        for (var each : renamed) {
            var before = edit(each.before());
            var key = each.document().key();
            renames.put(key, at(key, each.before(), before.with(each.document())));
        }
        forget(renamed.stream()
                .map(Renaming.Renamed::before)
                .filter(edits.components()::containsKey)
                .toList());
        replace(renames);
    }

    /** Removes components: those that are published with the next release, others at once. */
    void remove(Collection<ComponentKey> keys) {
        var removals = new LinkedHashMap<ComponentKey, Edit>();
        for (ComponentKey key : keys) {
            var edit = edit(key);
            if (edit.isOfPublished()) {
                // Under the name it is published by, unless another component has taken that.
                var start = edit.start(key);
                var at = edits.components().containsKey(start) ? key : start;
                removals.put(at, at(at, key, edit.with(null)));
            }
        }
        forget(keys.stream().filter(edits.components()::containsKey).toList());
        replace(removals);
    }

    /**
     * Lets one side win the conflicts of an edit, under whichever of its names it is asked for.
     *
     * @return false if there is no such edit
     */
    boolean resolve(ComponentKey key, Side side) {
        var found = edits.components().containsKey(key)
                ? Optional.of(key)
                : merge().outcomes().entrySet().stream()
                        .filter(edit -> key.equals(edit.getValue().theirs())
                                || key.equals(Objects.requireNonNull(
                                                edits.components().get(edit.getKey()))
                                        .origin()))
                        .map(Map.Entry::getKey)
                        .findFirst();
        found.ifPresent(edited -> {
            var resolved = side == Side.MINE ? merge() : drafts.merge(edits, live, lower, edited);
            var outcome = Objects.requireNonNull(resolved.outcomes().get(edited));
            var before = Objects.requireNonNull(edits.components().get(edited));
            follow(resolved, edited);
            boolean stays = side == Side.THEIRS && before.document() == null;
            if (!stays) {
                settle(outcome);
            }
        });
        return found.isPresent();
    }

    /**
     * Lets one side win some of the conflicts of an edit; the others stay.
     *
     * @param attributes as the conflicts name them
     * @return false if there is no such edit
     */
    boolean resolve(ComponentKey key, Side side, Set<String> attributes) {
        var outcome = merge().outcomes().get(key);
        var edit = edits.components().get(key);
        if (outcome == null || edit == null) {
            return false;
        }
        var other = outcome.theirs() == null ? null : published.get(outcome.theirs());
        var theirs = other == null ? null : other.document();
        requireContested(ThreeWay.merge(key, edit, theirs, side), attributes);
        replace(Map.of(key, ThreeWay.settle(key, edit, theirs, side, attributes)));
        boolean more =
                merge().conflicts().stream().anyMatch(conflict -> conflict.key().equals(key));
        return more || resolve(key, side);
    }

    private static void requireContested(ThreeWay.Merged merged, Set<String> attributes) {
        var contested = merged.conflicts().stream().map(Conflict::attribute).collect(Collectors.toSet());
        var unknown = attributes.stream()
                .filter(attribute -> !contested.contains(attribute))
                .sorted()
                .map(attribute -> Violation.of("attributes", "unknown", attribute))
                .toList();
        ProblemException.failIfAny(CommonProblem.INVALID_INPUT, unknown);
    }

    /** Stores what an edit has become as a change of what is published now. */
    private void settle(Merge.Outcome outcome) {
        var theirs = outcome.theirs();
        var document = outcome.document();
        if (theirs == null) {
            if (document != null) {
                replace(Map.of(outcome.key(), Edit.ofNew(document)));
            }
            return;
        }
        var key = document == null ? theirs : outcome.key();
        var edit = started(key, theirs).with(document);
        boolean same = document != null
                && key.equals(theirs)
                && document.body().equals(Objects.requireNonNull(edit.base()).body());
        if (!same) {
            replace(Map.of(key, edit));
        }
    }

    /** Brings the edits to the names of a merge, without the one that it resolves. */
    private void follow(Merge by, @Nullable ComponentKey resolved) {
        var followed = new LinkedHashMap<ComponentKey, Edit>();
        var gone = new ArrayList<ComponentKey>();
        by.outcomes().forEach((key, outcome) -> {
            var before = Objects.requireNonNull(edits.components().get(key));
            var mine = outcome.mine();
            if (key.equals(resolved)) {
                gone.add(key);
            } else if (mine != null && !mine.equals(before.document())) {
                gone.add(key);
                followed.put(mine.key(), at(mine.key(), key, before.with(mine)));
            }
        });
        forget(gone);
        replace(followed);
    }

    /** Returns an edit as it is stored under another key. */
    private static Edit at(ComponentKey key, ComponentKey before, Edit edit) {
        var start = edit.start(before);
        boolean renamed = edit.isOfPublished() && !start.equals(key);
        return new Edit(edit.document(), edit.base(), renamed ? start : null, edit.identity(), edit.made());
    }

    /** Returns the edit of a component, or one that changes nothing yet. */
    private Edit edit(ComponentKey key) {
        var edit = edits.components().get(key);
        var origin = merge().origin(key);
        return edit != null ? edit : origin == null ? Edit.ofNew(null) : started(key, origin);
    }

    private Edit started(ComponentKey key, ComponentKey origin) {
        var document = Objects.requireNonNull(published.get(origin)).document();
        return new Edit(
                document,
                document,
                origin.equals(key) ? null : origin,
                Identities.of(published.values()).of(origin),
                null);
    }

    private void replace(Map<ComponentKey, Edit> replaced) {
        replaced.forEach((key, edit) -> {
            store.write(touched(), key, edit);
            edits = edits.with(key, edit);
        });
        merge = null;
    }

    private void forget(Collection<ComponentKey> keys) {
        if (!keys.isEmpty()) {
            store.forget(touched(), keys);
            edits = edits.without(keys);
            merge = null;
        }
    }

    private Merge merge() {
        if (merge == null) {
            merge = drafts.merge(edits, live, lower, null);
        }
        return merge;
    }

    Draft draft() {
        return edits.draft(live.number());
    }

    private UUID touched() {
        if (!touched) {
            edits = store.touch(edits, live.number(), clock.instant());
            touched = true;
        }
        return Objects.requireNonNull(edits.id());
    }
}
