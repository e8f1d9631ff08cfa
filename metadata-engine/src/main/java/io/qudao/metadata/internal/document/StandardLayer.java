package io.qudao.metadata.internal.document;

import io.qudao.metadata.ComponentKey;
import io.qudao.metadata.ComponentKind;
import io.qudao.metadata.StandardObject;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.springframework.stereotype.Component;

/** What ships with the platform: objects of the modules and the files {@code metadata/*.yaml} of the class path. */
@Component
public final class StandardLayer {
    private final SequencedMap<ComponentKey, Document> documents;

    public StandardLayer(List<StandardObject> objects, ComponentFiles files) {
        var all = new LinkedHashMap<ComponentKey, Document>();
        objects.stream()
                .flatMap(object -> StandardDocuments.of(object).stream())
                .forEach(one -> add(all, one));
        files.read().forEach(one -> add(all, one));
        objects.forEach(object -> object.readers().forEach(set -> show(all, object.name(), set)));
        documents = Collections.unmodifiableSequencedMap(all);
    }

    /** Returns the documents in the order they were written. */
    public SequencedMap<ComponentKey, Document> documents() {
        return documents;
    }

    public boolean has(ComponentKey key) {
        return documents.containsKey(key);
    }

    private static void show(Map<ComponentKey, Document> all, String object, String permissionSet) {
        var key = new ComponentKey(ComponentKind.PERMISSION_SET, permissionSet);
        var set = all.get(key);
        if (set == null) {
            throw new IllegalStateException(object + " is shown to the unknown permission set " + permissionSet);
        }
        var body = set.body().deepCopy();
        body.withObject("/objects/" + object).put("read", true).put("rows", "all");
        all.put(key, Document.of(key, body));
    }

    private static void add(Map<ComponentKey, Document> all, Document document) {
        if (all.putIfAbsent(document.key(), document) != null) {
            throw new IllegalStateException("Two standard components are called " + document.key());
        }
    }
}
