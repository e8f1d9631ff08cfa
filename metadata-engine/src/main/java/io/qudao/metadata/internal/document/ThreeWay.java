package io.qudao.metadata.internal.document;

import io.qudao.metadata.ChangeSets.Side;
import io.qudao.metadata.ComponentKey;
import io.qudao.metadata.Plan.Conflict;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Merges two changes of one document attribute by attribute. A change of one side, or the same change of both, is
 * taken; where the sides differ, a conflict is reported and the preferred side is used.
 */
public final class ThreeWay {
    private final ComponentKey key;
    private final Side preferred;
    private final List<Contested> contested = new ArrayList<>();

    private ThreeWay(ComponentKey key, Side preferred) {
        this.key = key;
        this.preferred = preferred;
    }

    /** @param document null if the component is removed */
    public record Merged(@Nullable Document document, List<Conflict> conflicts) {}

    /** @param path the names that lead to the attribute; empty for the whole document */
    private record Contested(Conflict conflict, List<String> path) {}

    /** @param theirs the document published now; null if there is none */
    public static Merged merge(ComponentKey key, Edit mine, @Nullable Document theirs, Side preferred) {
        var merging = new ThreeWay(key, preferred);
        var merged = merging.attribute(List.of(), body(mine.base()), body(mine.document()), body(theirs));
        return new Merged(
                merged instanceof ObjectNode body ? Document.of(key, body) : null,
                merging.contested.stream().map(Contested::conflict).toList());
    }

    /**
     * Settles the conflicts at these attributes and leaves everything else, the other conflicts included, as it is: the
     * edit gets the published values, or counts as started from them.
     */
    public static Edit settle(
            ComponentKey key, Edit mine, @Nullable Document theirs, Side preferred, Set<String> attributes) {
        var merging = new ThreeWay(key, preferred);
        merging.attribute(List.of(), body(mine.base()), body(mine.document()), body(theirs));
        boolean keeps = preferred == Side.MINE;
        var changed = keeps ? mine.base() : mine.document();
        JsonNode body = changed == null ? null : changed.body().deepCopy();
        for (var each : merging.contested) {
            if (attributes.contains(each.conflict().attribute())) {
                body = replaced(body, each.path(), body(theirs));
            }
        }
        var document = body instanceof ObjectNode whole ? Document.of(key, whole) : null;
        return keeps
                ? new Edit(mine.document(), document, mine.origin(), mine.identity(), mine.made())
                : new Edit(document, mine.base(), mine.origin(), mine.identity(), mine.made());
    }

    /** Returns a node with another node's value at this path. */
    private static @Nullable JsonNode replaced(@Nullable JsonNode node, List<String> path, @Nullable JsonNode by) {
        if (path.isEmpty()) {
            return by;
        }
        var object = node instanceof ObjectNode there ? there : CanonicalJson.empty();
        var name = path.getFirst();
        var value = replaced(object.get(name), path.subList(1, path.size()), by == null ? null : by.get(name));
        if (value == null) {
            object.remove(name);
        } else {
            object.set(name, value);
        }
        return object;
    }

    private @Nullable JsonNode attribute(
            List<String> path, @Nullable JsonNode base, @Nullable JsonNode mine, @Nullable JsonNode theirs) {
        if (Objects.equals(base, theirs) || Objects.equals(mine, theirs)) {
            return mine;
        }
        if (Objects.equals(base, mine)) {
            return theirs;
        }
        if (mine instanceof ObjectNode one && theirs instanceof ObjectNode other) {
            return object(path, base instanceof ObjectNode before ? before : CanonicalJson.empty(), one, other);
        }
        var conflict = new Conflict(key, String.join(".", path), text(base), text(mine), text(theirs));
        contested.add(new Contested(conflict, path));
        return preferred == Side.MINE ? mine : theirs;
    }

    private ObjectNode object(List<String> path, ObjectNode base, ObjectNode mine, ObjectNode theirs) {
        var names = new TreeSet<>(base.propertyNames());
        names.addAll(mine.propertyNames());
        names.addAll(theirs.propertyNames());
        var merged = CanonicalJson.empty();
        for (String name : names) {
            var below = Stream.concat(path.stream(), Stream.of(name)).toList();
            var value = attribute(below, base.get(name), mine.get(name), theirs.get(name));
            if (value != null) {
                merged.set(name, value);
            }
        }
        return merged;
    }

    private static @Nullable ObjectNode body(@Nullable Document document) {
        return document == null ? null : document.body();
    }

    private static @Nullable String text(@Nullable JsonNode node) {
        return node == null ? null : CanonicalJson.write(node);
    }
}
