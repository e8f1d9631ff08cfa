package io.qudao.metadata.internal;

import io.qudao.metadata.ComponentKey;
import io.qudao.metadata.Draft;
import io.qudao.metadata.internal.document.Document;
import io.qudao.metadata.internal.document.Edit;
import io.qudao.metadata.internal.document.Edits;
import io.qudao.metadata.internal.document.OwnComponent;
import io.qudao.metadata.internal.document.Shipped;
import java.time.Clock;
import java.util.Collection;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The change set that one call edits. It is read once; each edit is stored and remembered, and the first one records
 * who edits and when.
 */
final class OpenDraft {
    private final JdbcChangeSetStore store;
    private final PublishedState live;
    private final NavigableMap<ComponentKey, OwnComponent> published;
    private final Shipped lower;
    private final Clock clock;
    private Edits edits;
    private boolean touched;

    OpenDraft(JdbcChangeSetStore store, PublishedState live, Shipped lower, Clock clock) {
        this.store = store;
        this.live = live;
        this.published = live.components();
        this.lower = lower;
        this.clock = clock;
        this.edits = store.read();
    }

    Shipped lower() {
        return lower;
    }

    /** Returns the tenant's components as the draft would leave them. */
    NavigableMap<ComponentKey, OwnComponent> own() {
        return edits.applyTo(published).components();
    }

    @Nullable
    Edit edit(ComponentKey key) {
        return edits.components().get(key);
    }

    @Nullable
    Document published(ComponentKey key) {
        var owned = published.get(key);
        return owned == null ? null : owned.document();
    }

    /** Returns the key of a component in the published state, following all its renames in this change set. */
    ComponentKey origin(ComponentKey key) {
        var edit = edit(key);
        return edit == null || edit.origin() == null ? key : edit.origin();
    }

    /** Puts a document; an edit of the component that there is already keeps its base. */
    void put(ComponentKey key, @Nullable Document document) {
        var before = edit(key);
        replace(
                key,
                before == null
                        ? new Edit(document, published(key), null)
                        : new Edit(document, before.base(), before.origin()));
    }

    void replace(ComponentKey key, Edit edit) {
        store.write(touched(), key, edit);
        edits = edits.with(key, edit);
    }

    void forget(Collection<ComponentKey> keys) {
        store.forget(touched(), keys);
        edits = edits.without(keys);
    }

    /** Removes components: those that are published with the next release, others at once. */
    void remove(Collection<ComponentKey> keys) {
        var fresh = keys.stream().filter(key -> !published.containsKey(key)).toList();
        if (!fresh.isEmpty()) {
            forget(fresh);
        }
        keys.stream().filter(published::containsKey).forEach(key -> put(key, null));
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
