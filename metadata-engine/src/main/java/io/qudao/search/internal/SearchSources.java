package io.qudao.search.internal;

import io.qudao.search.SearchSource;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The objects that modules make searchable, with their sources. */
@Component
final class SearchSources {
    private final SortedMap<String, SearchSource> byObject = new TreeMap<>();

    SearchSources(List<SearchSource> sources) {
        for (SearchSource source : sources) {
            if (byObject.put(source.object(), source) != null) {
                throw new IllegalStateException("Two search sources are named " + source.object());
            }
        }
    }

    SortedMap<String, SearchSource> byObject() {
        return Collections.unmodifiableSortedMap(byObject);
    }

    boolean has(String object) {
        return byObject.containsKey(object);
    }

    /** Returns whether a change of the object's records may affect the index. */
    boolean isOf(String object) {
        return byObject.values().stream().anyMatch(source -> source.objects().contains(object));
    }

    Set<String> topics() {
        return byObject.values().stream()
                .flatMap(source -> source.topics().stream())
                .collect(Collectors.toSet());
    }
}
