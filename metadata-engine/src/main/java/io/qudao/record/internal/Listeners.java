package io.qudao.record.internal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.qudao.metadata.ObjectType;
import io.qudao.record.RecordListener;
import io.qudao.record.RecordListener.Wish;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Finds the listeners of each object; they are asked once for each compiled type. */
@Component
class Listeners {
    private final ObjectProvider<RecordListener> listeners;
    private final Cache<String, Audience> audiences =
            Caffeine.newBuilder().maximumSize(20_000).build();

    /** @param listeners resolved lazily, because some of them write records too */
    Listeners(ObjectProvider<RecordListener> listeners) {
        this.listeners = listeners;
    }

    /** The listeners of an object by how much they want to know. */
    record Audience(List<RecordListener> ofIds, List<RecordListener> ofValues) {
        boolean isEmpty() {
            return ofIds.isEmpty() && ofValues.isEmpty();
        }

        boolean wantsValues() {
            return !ofValues.isEmpty();
        }
    }

    Audience of(ObjectType type) {
        return audiences.get(type.hash(), unknown -> new Audience(wishing(type, Wish.IDS), wishing(type, Wish.VALUES)));
    }

    private List<RecordListener> wishing(ObjectType type, Wish wish) {
        return listeners
                .orderedStream()
                .filter(listener -> listener.wish(type) == wish)
                .toList();
    }
}
