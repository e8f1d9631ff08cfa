package io.qudao.metadata.internal;

import io.qudao.metadata.ComponentKey;
import io.qudao.metadata.StandardObject;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.springframework.stereotype.Component;

/** What ships with the platform: objects of the modules and the files {@code metadata/*.yaml} of the class path. */
@Component
final class StandardLayer {
    private final SequencedMap<ComponentKey, Document> documents;

    StandardLayer(List<StandardObject> objects, ComponentFiles files) {
        var all = new LinkedHashMap<ComponentKey, Document>();
        objects.stream()
                .flatMap(object -> StandardDocuments.of(object).stream())
                .forEach(one -> add(all, one));
        files.read().forEach(one -> add(all, one));
        documents = Collections.unmodifiableSequencedMap(all);
    }

    /** In the order they were written. */
    Map<ComponentKey, Document> documents() {
        return documents;
    }

    boolean has(ComponentKey key) {
        return documents.containsKey(key);
    }

    private static void add(Map<ComponentKey, Document> all, Document document) {
        if (all.putIfAbsent(document.key(), document) != null) {
            throw new IllegalStateException("Two standard components are called " + document.key());
        }
    }
}
