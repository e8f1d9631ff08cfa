package io.qudao.record.internal.row;

import io.qudao.kernel.Value;
import io.qudao.record.Row;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Finds a record by id among those in the caller's reach. */
@Component
public class Finder {
    private final Statements statements;

    Finder(Statements statements) {
        this.statements = statements;
    }

    /** Finds it with the fields the caller may see. */
    public Optional<Row> visible(CallerObject target, UUID id) {
        return find(target, target.visible(), id, false);
    }

    /** Finds it with all its fields, for rules and writers. */
    public Optional<Row> whole(CallerObject target, UUID id, boolean deleted) {
        return find(target, target.whole(), id, deleted);
    }

    /**
     * Finds records with all their fields by id, regardless of the caller's reach: for the owning module, which has
     * already decided.
     */
    public Map<UUID, Row> all(CallerObject target, Collection<UUID> ids) {
        return all(target, target.whole().everything(), ids);
    }

    /** The same with some of their fields. */
    public Map<UUID, Row> all(CallerObject target, Projection projection, Collection<UUID> ids) {
        return rows(target, projection, target.whole().from(target.tenant(), false), ids).stream()
                .collect(Collectors.toMap(Row::id, Function.identity()));
    }

    /** Those in the caller's reach, as the caller may see them. */
    public List<Row> visible(CallerObject target, Collection<UUID> ids) {
        return rows(target, target.visible().everything(), target.from(false), ids);
    }

    /** The same for records of which a further condition is true. */
    public List<Row> visible(CallerObject target, SqlBuilder condition) {
        return rows(
                target,
                target.visible().everything(),
                target.from(false).add(" and ").add(condition));
    }

    private List<Row> rows(CallerObject target, Projection projection, SqlBuilder from, Collection<UUID> ids) {
        return rows(target, projection, from.add(" and r.id = any(?)", (Object) ids.toArray(UUID[]::new)));
    }

    private List<Row> rows(CallerObject target, Projection projection, SqlBuilder from) {
        var sql = SqlBuilder.of("select " + projection.sql()).add(from);
        return statements.lookUp(sql, rows -> {
            var found = new ArrayList<Row>();
            while (rows.next()) {
                found.add(RowReader.read(rows, target.object(), projection));
            }
            return found;
        });
    }

    public <T> Optional<T> read(CallerObject target, Projection projection, UUID id, Rows<T> row) {
        return read(target, projection, id, false, row);
    }

    /** Returns a record without what the caller may not see. */
    public static Row hide(CallerObject target, Row whole) {
        if (target.visible() == target.whole()) {
            return whole;
        }
        var values = new LinkedHashMap<String, Value>();
        target.visible().fields().forEach(field -> values.put(field.name(), whole.value(field.name())));
        String name = target.visible().nameField() == null ? "" : whole.name();
        return new Row(whole.object(), whole.id(), whole.version(), name, values, whole.labels());
    }

    private Optional<Row> find(CallerObject target, CallerView view, UUID id, boolean deleted) {
        var projection = view.everything();
        return read(target, projection, id, deleted, row -> RowReader.read(row, target.object(), projection));
    }

    private <T> Optional<T> read(CallerObject target, Projection projection, UUID id, boolean deleted, Rows<T> row) {
        var sql = SqlBuilder.of("select " + projection.sql())
                .add(target.from(deleted))
                .add(" and r.id = ?", id);
        return statements.lookUp(sql, rows -> rows.next() ? Optional.of(row.read(rows)) : Optional.empty());
    }
}
