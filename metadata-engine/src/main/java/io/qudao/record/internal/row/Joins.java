package io.qudao.record.internal.row;

import io.qudao.expression.Column;
import io.qudao.expression.FieldPath;
import io.qudao.metadata.Field;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Resolves paths to fields and collects the joins they need, one for each look-up on the way. */
public final class Joins {
    /** Look-ups that a path goes through. */
    private static final int MOST = 3;

    private final CallerView own;
    private final Function<String, Optional<CallerView>> views;
    private final Map<FieldPath, Join> joins = new LinkedHashMap<>();

    /** @param views objects as the caller may read them, by name */
    public Joins(CallerView own, Function<String, Optional<CallerView>> views) {
        this.own = own;
        this.views = views;
    }

    /** Returns the field at the end of a path, if the caller may read everything on the way. */
    public Optional<ReachedField> find(FieldPath path) {
        if (!path.isLong()) {
            return own.reached(path.first());
        }
        return path.names().size() > MOST + 1
                ? Optional.empty()
                : join(path.parent()).flatMap(join -> join.field(path.last()));
    }

    /** Adds the joins for a path of a checked expression. */
    public void add(FieldPath path) {
        if (path.isLong()) {
            join(path.parent());
        }
    }

    /** Returns the joins; each comes after those it depends on. */
    public List<Join> inOrder() {
        return List.copyOf(joins.values());
    }

    private Optional<Join> join(FieldPath path) {
        var known = joins.get(path);
        if (known != null) {
            return Optional.of(known);
        }
        var made = find(path).flatMap(lookup -> join(path, lookup));
        made.ifPresent(join -> joins.put(path, join));
        return made;
    }

    private Optional<Join> join(FieldPath path, ReachedField lookup) {
        Field field = lookup.field();
        return Optional.ofNullable(field.target())
                .flatMap(views)
                .map(view -> new Join(path, field, id(lookup), "j" + (joins.size() + 1), view));
    }

    /** Reads the id from the document if its slot stands aside, so that no further join is needed. */
    private static String id(ReachedField lookup) {
        var column = Asides.slot(lookup.field()) == null ? lookup.column() : lookup.shown();
        return ((Column.Plain) column).sql();
    }
}
