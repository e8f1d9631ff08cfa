package io.qudao.metadata.internal;

import io.qudao.metadata.ComponentKey;
import io.qudao.metadata.ComponentKind;
import io.qudao.metadata.Field.Option;
import io.qudao.metadata.Plan.Action;
import io.qudao.metadata.Plan.Change;
import io.qudao.metadata.internal.Definition.OfField;
import io.qudao.metadata.internal.Definition.OfValueSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What differs between two states, component by component. */
final class Differences {
    private Differences() {}

    static List<Change> between(Catalog base, Catalog next) {
        var keys = new TreeSet<ComponentKey>();
        base.all().forEach(entry -> keys.add(entry.key()));
        next.all().forEach(entry -> keys.add(entry.key()));
        var changes = new ArrayList<Change>();
        for (ComponentKey key : keys) {
            var before = base.find(key).orElse(null);
            var after = next.find(key).orElse(null);
            if (isDifferent(before, after)) {
                changes.add(change(key, before, after));
            }
        }
        return changes;
    }

    private static boolean isDifferent(@Nullable Entry before, @Nullable Entry after) {
        return before == null
                || after == null
                || !before.document().hash().equals(after.document().hash())
                || isAnother(before, after);
    }

    /** A component that took the name of one that is gone. */
    private static boolean isAnother(Entry before, Entry after) {
        return !Objects.equals(before.identity(), after.identity());
    }

    private static Change change(ComponentKey key, @Nullable Entry before, @Nullable Entry after) {
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

    private static List<String> attributes(Entry before, Entry after) {
        var names = new TreeSet<String>(before.document().body().propertyNames());
        names.addAll(after.document().body().propertyNames());
        return names.stream()
                .filter(name -> !Objects.equals(
                        before.document().body().get(name),
                        after.document().body().get(name)))
                .toList();
    }

    private static boolean losesOption(Entry before, Entry after) {
        var kept = options(after).stream().map(Option::value).collect(Collectors.toSet());
        return options(before).stream().anyMatch(option -> !kept.contains(option.value()));
    }

    private static List<Option> options(Entry entry) {
        return switch (entry.definition()) {
            case OfField field -> field.options();
            case OfValueSet set -> set.options();
            default -> List.of();
        };
    }
}
