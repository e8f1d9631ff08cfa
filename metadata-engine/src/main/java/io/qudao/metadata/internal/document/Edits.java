package io.qudao.metadata.internal.document;

import io.qudao.metadata.Component;
import io.qudao.metadata.ComponentKey;
import io.qudao.metadata.Draft;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A stored change set.
 *
 * @param id null if there is none
 * @param components by key, in order
 */
public record Edits(
        @Nullable UUID id,
        String name,
        int base,
        @Nullable Instant changedAt,
        @Nullable String changedBy,
        NavigableMap<ComponentKey, Edit> components) {
    public static final Edits NONE = new Edits(null, "", 0, null, null, new TreeMap<>());

    /** Returns these edits with one more, or with another of the same component. */
    public Edits with(ComponentKey key, Edit edit) {
        var more = new TreeMap<>(components);
        more.put(key, edit);
        return new Edits(id, name, base, changedAt, changedBy, more);
    }

    public Edits without(Collection<ComponentKey> keys) {
        var fewer = new TreeMap<>(components);
        fewer.keySet().removeAll(keys);
        return new Edits(id, name, base, changedAt, changedBy, fewer);
    }

    public Draft draft(int newest) {
        return new Draft(
                id,
                name,
                components.isEmpty() ? newest : base,
                components.entrySet().stream()
                        .flatMap(entry -> component(entry.getKey(), entry.getValue()))
                        .toList(),
                components.entrySet().stream()
                        .filter(entry -> entry.getValue().document() == null)
                        .map(Map.Entry::getKey)
                        .toList(),
                changedAt,
                changedBy);
    }

    private static java.util.stream.Stream<Component> component(ComponentKey key, Edit edit) {
        var document = edit.document();
        return document == null
                ? java.util.stream.Stream.empty()
                : java.util.stream.Stream.of(new Component(key.kind(), key.name(), document.json()));
    }

    /** Returns a fingerprint of exactly these edits on this release. */
    public String fingerprint(int newest) {
        var text = new StringBuilder().append(newest);
        components.forEach((key, edit) -> text.append('\n')
                .append(key)
                .append(' ')
                .append(hash(edit.document()))
                .append(' ')
                .append(hash(edit.base()))
                .append(' ')
                .append(edit.origin())
                .append(' ')
                .append(edit.identity()));
        return CanonicalJson.sha256(text.toString());
    }

    private static String hash(@Nullable Document document) {
        return document == null ? "-" : document.hash();
    }
}
