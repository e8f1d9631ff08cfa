package io.qudao.metadata.internal;

import io.qudao.metadata.ComponentKey;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a tenant has published, as the database had it at one moment.
 *
 * @param number newest release; 0 before the first
 * @param revision grows with each release and each change of a slot
 * @param layer hash of the standard components it was published on; null where that is not known
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
