package io.qudao.metadata.internal;

import io.qudao.metadata.Component;
import io.qudao.metadata.ComponentKey;
import io.qudao.metadata.Draft;
import java.time.Instant;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A draft as it is stored.
 *
 * @param components by key, in order; without a document where one is to be removed
 */
record Edits(
        int base,
        @Nullable Instant changedAt,
        @Nullable String changedBy,
        NavigableMap<ComponentKey, Optional<Document>> components) {
    static final Edits NONE = new Edits(0, null, null, new TreeMap<>());

    /** A tenant's components with these edits made; each keeps its identity. */
    NavigableMap<ComponentKey, Owned> applyTo(Map<ComponentKey, Owned> own) {
        var edited = new TreeMap<>(own);
        components.forEach((key, document) -> {
            var before = own.get(key);
            if (document.isEmpty()) {
                edited.remove(key);
            } else {
                edited.put(key, new Owned(document.get(), before == null ? null : before.identity()));
            }
        });
        return edited;
    }

    Draft draft(int newest) {
        return new Draft(
                components.isEmpty() ? newest : base,
                components.entrySet().stream()
                        .filter(entry -> entry.getValue().isPresent())
                        .map(entry -> new Component(
                                entry.getKey().kind(),
                                entry.getKey().name(),
                                entry.getValue().orElseThrow().json()))
                        .toList(),
                components.entrySet().stream()
                        .filter(entry -> entry.getValue().isEmpty())
                        .map(Map.Entry::getKey)
                        .toList(),
                changedAt,
                changedBy);
    }

    /** Stands for exactly these edits on this release. */
    String fingerprint(int newest) {
        var text = new StringBuilder().append(newest);
        components.forEach((key, document) -> text.append('\n')
                .append(key)
                .append(' ')
                .append(document.map(Document::hash).orElse("-")));
        return CanonicalJson.sha256(text.toString());
    }
}
