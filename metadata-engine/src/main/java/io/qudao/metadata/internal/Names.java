package io.qudao.metadata.internal;

import io.qudao.metadata.ChangeSets.Side;
import io.qudao.metadata.ComponentKey;
import io.qudao.metadata.ComponentKind;
import io.qudao.metadata.internal.document.Edit;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The names that objects and fields have once a change set is merged, as renames of the documents of each side: what the
 * edits started from, the edits themselves, and what is published now. A name is merged like any attribute.
 */
record Names(
        Map<ComponentKey, ComponentKey> base,
        Map<ComponentKey, ComponentKey> mine,
        Map<ComponentKey, ComponentKey> theirs) {

    /**
     * @param edits those of the change set
     * @param published finds the key by which a component is published now; null if it is not
     * @param since what was renamed in releases published meanwhile
     * @param taken whether another component is published by a key
     * @param sides says which side wins a conflict
     */
    static Names of(
            Map<ComponentKey, Edit> edits,
            BiFunction<ComponentKey, Edit, @Nullable ComponentKey> published,
            Map<ComponentKey, ComponentKey> since,
            Predicate<ComponentKey> taken,
            Function<ComponentKey, Side> sides) {
        var names = new Names(new HashMap<>(), new HashMap<>(), new HashMap<>());
        edits.forEach((key, edit) -> {
            var theirs = published.apply(key, edit);
            if (isNamed(key) && edit.document() != null && edit.isOfPublished() && theirs != null) {
                boolean free = key.equals(theirs) || !taken.test(key);
                names.add(edit.start(key), key, theirs, sides.apply(key), free);
            }
        });
        since.forEach((before, now) -> {
            var after = names.theirs.getOrDefault(now, now);
            names.base.putIfAbsent(before, after);
            var own = edits.get(before);
            if (own == null || own.isOfPublished()) {
                names.mine.putIfAbsent(inEdits(before, edits), after);
            }
        });
        return names;
    }

    boolean isEmpty() {
        return base.isEmpty() && mine.isEmpty() && theirs.isEmpty();
    }

    private void add(ComponentKey start, ComponentKey own, ComponentKey published, Side side, boolean free) {
        var merged = merged(start, own, published, side, free);
        put(base, start, merged);
        put(mine, own, merged);
        if (free) {
            put(theirs, published, merged);
        }
    }

    private static ComponentKey merged(
            ComponentKey start, ComponentKey own, ComponentKey published, Side side, boolean free) {
        if (own.local().equals(start.local())) {
            return published;
        }
        boolean alone = free && published.local().equals(start.local());
        return alone || side == Side.MINE ? own : published;
    }

    private static void put(Map<ComponentKey, ComponentKey> names, ComponentKey before, ComponentKey after) {
        if (!before.local().equals(after.local())) {
            names.put(before, after);
        }
    }

    /** Returns the key that a published component has in the change set, where its object may be renamed. */
    private static ComponentKey inEdits(ComponentKey before, Map<ComponentKey, Edit> edits) {
        if (before.kind() != ComponentKind.FIELD) {
            return before;
        }
        var object = new ComponentKey(ComponentKind.OBJECT, before.object());
        return edits.entrySet().stream()
                .filter(edit -> object.equals(edit.getValue().origin()))
                .findFirst()
                .map(edit -> ComponentKey.part(before.kind(), edit.getKey().name(), before.local()))
                .orElse(before);
    }

    private static boolean isNamed(ComponentKey key) {
        return key.kind() == ComponentKind.OBJECT || key.kind() == ComponentKind.FIELD;
    }
}
