package io.qudao.record.internal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.qudao.metadata.ObjectType;
import io.qudao.metadata.ReleaseView;
import io.qudao.record.RecordListener;
import io.qudao.record.RecordListener.Wish;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Finds the listeners of each object; they are asked once for each object of a release. */
@Component
class Listeners {
    private final ObjectProvider<RecordListener> listeners;
    private final Cache<ReleaseView, Map<String, Audience>> audiences =
            Caffeine.newBuilder().weakKeys().build();

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

    Audience of(ReleaseView release, ObjectType type) {
        return audiences
                .get(release, unknown -> new ConcurrentHashMap<>())
                .computeIfAbsent(
                        type.name(),
                        unknown -> new Audience(wishing(release, type, Wish.IDS), wishing(release, type, Wish.VALUES)));
    }

    private List<RecordListener> wishing(ReleaseView release, ObjectType type, Wish wish) {
        return listeners
                .orderedStream()
                .filter(listener -> listener.wish(release, type) == wish)
                .toList();
    }
}
