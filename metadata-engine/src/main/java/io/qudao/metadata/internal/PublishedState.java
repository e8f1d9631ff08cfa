package io.qudao.metadata.internal;

import io.qudao.metadata.ComponentKey;
import io.qudao.metadata.internal.document.OwnComponent;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A consistent view of what a tenant has published.
 *
 * @param number newest release; 0 before the first
 * @param revision grows with each release and each state change of a slot
 * @param layer hash of the standard components it was published on; null if unknown
 */
record PublishedState(
        int number,
        long revision,
        List<OwnComponent> own,
        List<RegisteredObject> objects,
        List<SlotRow> slots,
        @Nullable String layer) {
    static final PublishedState NOTHING = new PublishedState(0, 0, List.of(), List.of(), List.of(), null);

    NavigableMap<ComponentKey, OwnComponent> components() {
        var components = new TreeMap<ComponentKey, OwnComponent>();
        own.forEach(owned -> components.put(owned.key(), owned));
        return components;
    }
}
