package io.qudao.metadata.internal.check;

import io.qudao.metadata.ComponentKey;
import io.qudao.metadata.ComponentKind;
import io.qudao.metadata.Field.Option;
import io.qudao.metadata.Plan.Action;
import io.qudao.metadata.Plan.Change;
import io.qudao.metadata.internal.document.ComponentCatalog;
import io.qudao.metadata.internal.document.Definition.OfField;
import io.qudao.metadata.internal.document.Definition.OfValueSet;
import io.qudao.metadata.internal.document.MergedComponent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/** The differences between two states, component by component. */
public final class Differences {
    private Differences() {}

    public static List<Change> between(ComponentCatalog base, ComponentCatalog next) {
        var keys = new TreeSet<ComponentKey>();
        base.all().forEach(entry -> keys.add(entry.key()));
        next.all().forEach(entry -> keys.add(entry.key()));
        var changes = new ArrayList<Change>();
        var renamed = renamed(base, next);
        for (ComponentKey key : keys) {
            if (renamed.containsValue(key) && next.find(key).isEmpty()) {
                continue;
            }
            // A component that took the place of a renamed one is new.
            var before = renamed.containsValue(key) ? null : base.find(key).orElse(null);
            var after = next.find(key).orElse(null);
            var from = renamed.get(key);
            if (from != null && after != null) {
                var was = base.find(from).orElseThrow();
                changes.add(new Change(key, Action.RENAMED, from, attributes(was, after), losesOption(was, after)));
            } else if (isDifferent(before, after)) {
                changes.add(change(key, before, after));
            }
        }
        return changes;
    }

    /** Returns the previous keys of renamed objects and fields, by their new keys. */
    public static Map<ComponentKey, ComponentKey> renamed(ComponentCatalog base, ComponentCatalog next) {
        var former = new HashMap<String, ComponentKey>();
        base.all().forEach(entry -> identity(base, entry).ifPresent(id -> former.put(id, entry.key())));
        var renamed = new HashMap<ComponentKey, ComponentKey>();
        for (MergedComponent entry : next.all()) {
            identity(next, entry)
                    .map(former::get)
                    .filter(key -> !key.equals(entry.key()))
                    .ifPresent(key -> renamed.put(entry.key(), key));
        }
        return renamed;
    }

    /** Returns the identity that records depend on; for a field, together with its object's. */
    private static Optional<String> identity(ComponentCatalog catalog, MergedComponent entry) {
        String own = entry.identity();
        if (own == null || entry.key().kind() == ComponentKind.OBJECT) {
            return Optional.ofNullable(own);
        }
        String object = entry.key().object();
        return Optional.of(catalog.find(new ComponentKey(ComponentKind.OBJECT, object))
                        .map(MergedComponent::identity)
                        .orElse(object)
                + "/" + own);
    }

    private static boolean isDifferent(@Nullable MergedComponent before, @Nullable MergedComponent after) {
        return before == null
                || after == null
                || isAnother(before, after)
                || (!before.document().hash().equals(after.document().hash())
                        && !attributes(before, after).isEmpty());
    }

    /** Returns whether a component merely took the name of another that is gone. */
    private static boolean isAnother(MergedComponent before, MergedComponent after) {
        return !Objects.equals(before.identity(), after.identity());
    }

    private static Change change(ComponentKey key, @Nullable MergedComponent before, @Nullable MergedComponent after) {
        if (before == null) {
            return new Change(key, Action.ADDED, List.of(), false);
        }
        boolean holdsValues = key.kind() == ComponentKind.FIELD || key.kind() == ComponentKind.OBJECT;
        if (after == null) {
            return new Change(key, Action.REMOVED, List.of(), holdsValues);
        }
        boolean destructive = (holdsValues && isAnother(before, after)) || losesOption(before, after);
        return new Change(key, Action.CHANGED, attributes(before, after), destructive);
    }

    private static List<String> attributes(MergedComponent before, MergedComponent after) {
        var names = new TreeSet<String>(before.document().body().propertyNames());
        names.addAll(after.document().body().propertyNames());
        return names.stream()
                .filter(name -> !meaning(before.document().body().get(name))
                        .equals(meaning(after.document().body().get(name))))
                .toList();
    }

    /** Every flag is off unless it is set, so that one that says so means the same as one that is absent. */
    private static JsonNode meaning(@Nullable JsonNode value) {
        if (value == null || value.isNull() || (value.isBoolean() && !value.booleanValue())) {
            return MissingNode.getInstance();
        }
        if (value instanceof ObjectNode object) {
            var said = object.objectNode();
            object.forEachEntry((name, inner) -> {
                var meant = meaning(inner);
                if (!meant.isMissingNode()) {
                    said.set(name, meant);
                }
            });
            return said;
        }
        return value;
    }

    private static boolean losesOption(MergedComponent before, MergedComponent after) {
        var kept = options(after).stream().map(Option::value).collect(Collectors.toSet());
        return options(before).stream().anyMatch(option -> !kept.contains(option.value()));
    }

    private static List<Option> options(MergedComponent entry) {
        return switch (entry.definition()) {
            case OfField field -> field.options();
            case OfValueSet set -> set.options();
            default -> List.of();
        };
    }
}
