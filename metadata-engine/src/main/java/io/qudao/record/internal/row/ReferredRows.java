package io.qudao.record.internal.row;

import io.qudao.expression.FieldPath;
import io.qudao.kernel.Value;
import io.qudao.record.RecordRights.Verb;
import io.qudao.record.Row;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The rows that paths lead through, regardless of the caller's rights. Reading them takes one statement for each look-up on
 * the way, however many records there are.
 */
public final class ReferredRows {
    /** No rows: every path behind a look-up yields null. */
    public static final ReferredRows NONE = new ReferredRows(Map.of());

    private static final Comparator<FieldPath> NEAREST_FIRST =
            Comparator.<FieldPath>comparingInt(path -> path.names().size()).thenComparing(FieldPath::toString);

    /** Rows by id, by the path of the look-up that leads to them. */
    private final Map<FieldPath, Map<UUID, Row>> rows;

    private ReferredRows(Map<FieldPath, Map<UUID, Row>> rows) {
        this.rows = rows;
    }

    /** @param paths paths of checked expressions, each through at least one look-up */
    public static ReferredRows read(
            CallerObjects objects,
            Finder finder,
            CallerObject target,
            Set<FieldPath> paths,
            Collection<RecordDraft> drafts) {
        var lookups = new TreeSet<>(NEAREST_FIRST);
        for (FieldPath path : paths) {
            for (var way = path; way.isLong(); way = way.parent()) {
                lookups.add(way.parent());
            }
        }
        var rows = new HashMap<FieldPath, Map<UUID, Row>>();
        var targets = new HashMap<FieldPath, CallerObject>();
        for (FieldPath lookup : lookups) {
            var holder = lookup.isLong() ? Objects.requireNonNull(targets.get(lookup.parent())) : target;
            var field = holder.whole().field(lookup.last()).orElseThrow();
            var named = objects.allRows(Objects.requireNonNull(field.target()), Verb.READ);
            targets.put(lookup, named);
            var holders = lookup.isLong()
                    ? rows.getOrDefault(lookup.parent(), Map.of()).values().stream()
                            .map(row -> row.value(lookup.last()))
                    : drafts.stream().map(draft -> draft.value(field));
            rows.put(lookup, read(finder, named, names(lookup, paths, lookups), holders));
        }
        return new ReferredRows(rows);
    }

    /** Returns the names of the fields needed from the rows behind a look-up. */
    private static List<String> names(FieldPath lookup, Set<FieldPath> paths, Set<FieldPath> lookups) {
        return Stream.concat(paths.stream(), lookups.stream())
                .filter(path -> path.isLong() && path.parent().equals(lookup))
                .map(FieldPath::last)
                .distinct()
                .toList();
    }

    private static Map<UUID, Row> read(Finder finder, CallerObject target, List<String> names, Stream<Value> lookups) {
        var ids = lookups.filter(Value.Ref.class::isInstance)
                .map(id -> ((Value.Ref) id).value())
                .collect(Collectors.toSet());
        return ids.isEmpty() ? Map.of() : finder.all(target, target.whole().some(names), ids);
    }

    /** Returns the value at the end of a path; null if a look-up on the way is empty or its record does not exist. */
    public Value value(FieldPath path, Map<String, Value> values) {
        if (!path.isLong()) {
            return values.getOrDefault(path.last(), Value.none());
        }
        var lookup = path.parent();
        var row = value(lookup, values) instanceof Value.Ref(var id)
                ? rows.getOrDefault(lookup, Map.of()).get(id)
                : null;
        return row == null ? Value.none() : value(row, path.last());
    }

    private static Value value(Row row, String name) {
        return switch (name) {
            case CallerView.ID -> Value.of(row.id());
            case CallerView.VERSION -> Value.of(row.version());
            default -> row.value(name);
        };
    }
}
