package io.qudao.metadata.internal.document;

import io.qudao.metadata.ComponentKey;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The standard components of one version of the platform, in the order they were written.
 *
 * @param hash identifies exactly these components; null for a part of a version
 */
public record Shipped(
        SequencedMap<ComponentKey, Document> documents,
        @Nullable String hash) {
    public Shipped {
        documents = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(documents));
    }

    public static Shipped of(SequencedMap<ComponentKey, Document> documents) {
        return new Shipped(
                documents,
                CanonicalJson.sha256(
                        documents.values().stream().map(Document::hash).collect(Collectors.joining("\n"))));
    }

    public boolean has(ComponentKey key) {
        return documents.containsKey(key);
    }

    public Shipped without(Predicate<ComponentKey> left) {
        var kept = new LinkedHashMap<ComponentKey, Document>();
        documents.forEach((key, document) -> {
            if (!left.test(key)) {
                kept.put(key, document);
            }
        });
        return new Shipped(kept, null);
    }
}
