package io.qudao.metadata.internal.document;

import io.qudao.metadata.ChangeSets.Side;
import io.qudao.metadata.ComponentKey;
import io.qudao.metadata.Plan.Conflict;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
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
    private final List<Conflict> conflicts = new ArrayList<>();

    private ThreeWay(ComponentKey key, Side preferred) {
        this.key = key;
        this.preferred = preferred;
    }

    /** @param document null if the component is removed */
    public record Merged(@Nullable Document document, List<Conflict> conflicts) {}

    /** @param theirs the document published now; null if there is none */
    public static Merged merge(ComponentKey key, Edit mine, @Nullable Document theirs, Side preferred) {
        var merging = new ThreeWay(key, preferred);
        var merged = merging.attribute("", body(mine.base()), body(mine.document()), body(theirs));
        return new Merged(
                merged instanceof ObjectNode body ? Document.of(key, body) : null, List.copyOf(merging.conflicts));
    }

    private @Nullable JsonNode attribute(
            String path, @Nullable JsonNode base, @Nullable JsonNode mine, @Nullable JsonNode theirs) {
        if (Objects.equals(base, theirs) || Objects.equals(mine, theirs)) {
            return mine;
        }
        if (Objects.equals(base, mine)) {
            return theirs;
        }
        if (mine instanceof ObjectNode one && theirs instanceof ObjectNode other) {
            return object(path, base instanceof ObjectNode before ? before : CanonicalJson.empty(), one, other);
        }
        conflicts.add(new Conflict(key, path, text(base), text(mine), text(theirs)));
        return preferred == Side.MINE ? mine : theirs;
    }

    private ObjectNode object(String path, ObjectNode base, ObjectNode mine, ObjectNode theirs) {
        var names = new TreeSet<>(base.propertyNames());
        names.addAll(mine.propertyNames());
        names.addAll(theirs.propertyNames());
        var merged = CanonicalJson.empty();
        for (String name : names) {
            var value = attribute(
                    path.isEmpty() ? name : path + "." + name, base.get(name), mine.get(name), theirs.get(name));
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
