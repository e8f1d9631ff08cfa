package io.qudao.record.internal.list;

import io.qudao.expression.Column;
import io.qudao.expression.Expression;
import io.qudao.expression.FieldPath;
import io.qudao.metadata.Field;
import io.qudao.record.Query;
import io.qudao.record.internal.row.CallerView;
import io.qudao.record.internal.row.Join;
import io.qudao.record.internal.row.Projection;
import io.qudao.record.internal.row.SqlBuilder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A list compiled for all callers that see the same fields.
 *
 * @param keys sort keys; the id follows if none of them is the id
 * @param joins other objects that it shows, filters and sorts by
 * @param asides fields it filters and sorts by whose slots are not in the object's table
 * @param list identifies the object, filter and order in cursors
 */
public record ListPlan(
        CallerView view,
        Projection projection,
        List<SortKey> keys,
        List<Join> joins,
        List<Field> asides,
        @Nullable Expression filter,
        boolean deleted,
        int list) {
    public ListPlan {
        keys = List.copyOf(keys);
        joins = List.copyOf(joins);
        asides = List.copyOf(asides);
    }

    /** Where the filter finds a field. */
    public Column column(FieldPath path) {
        return path.isLong()
                ? joins.stream()
                        .filter(join -> join.path().equals(path.parent()))
                        .findFirst()
                        .orElseThrow()
                        .column(path.last())
                : view.column(path.first());
    }

    /** Whether the filter needs the join. */
    boolean filtersBy(Join join) {
        return filter != null && filter.fields().stream().anyMatch(join::isOn);
    }

    /** The rows of a page are read from the first part, then from the second. */
    public enum Part {
        /** All rows. */
        WHOLE,
        /** Rows that have the first key, which an index returns in order. */
        WITH_KEY,
        /** Rows that do not have it. */
        WITHOUT_KEY
    }

    List<Part> parts(@Nullable Cursor after) {
        if (!isIndexed() || keys.getFirst().isId()) {
            return List.of(Part.WHOLE);
        }
        return after != null && after.keys().getFirst() == null
                ? List.of(Part.WITHOUT_KEY)
                : List.of(Part.WITH_KEY, Part.WITHOUT_KEY);
    }

    /** Returns whether the statement should be planned for its values; a search by one key works with any plan. */
    boolean isSearch() {
        return filter != null || !keys.getFirst().isId();
    }

    /** @param base {@code from .. where ..} of all rows of the list */
    public SqlBuilder page(SqlBuilder base, Part part, @Nullable Cursor after, int limit) {
        var sql = SqlBuilder.of("select " + projection.sql());
        keys.forEach(key -> sql.add(", " + key.sql()));
        sql.add(base);
        switch (part) {
            case WHOLE -> {}
            case WITH_KEY -> sql.add(" and " + keys.getFirst().sql() + " is not null");
            case WITHOUT_KEY -> sql.add(" and " + keys.getFirst().sql() + " is null");
        }
        if (after != null && (part != Part.WITHOUT_KEY || after.keys().getFirst() == null)) {
            sql.add(" and ");
            if (part == Part.WITH_KEY) {
                afterIndexed(sql, after);
            } else {
                after(sql, after, part == Part.WITHOUT_KEY ? 1 : 0);
            }
        }
        return order(sql, part).add(" limit " + limit);
    }

    /** Returns the SQL column of a key of a row, after those of the projection. */
    int keyColumn(int index) {
        return projection.next() + index;
    }

    public static int list(Query query) {
        var text = new StringBuilder(query.object())
                .append('|')
                .append(query.filter())
                .append('|')
                .append(query.deleted());
        query.sort().forEach(sort -> text.append('|').append(sort.descending()).append(sort.field()));
        return text.toString().hashCode();
    }

    private boolean isIndexed() {
        return keys.getFirst().indexed();
    }

    private boolean endsWithId() {
        return keys.getLast().isId();
    }

    private SqlBuilder order(SqlBuilder sql, Part part) {
        sql.add(" order by ");
        int first = part == Part.WITHOUT_KEY ? 1 : 0;
        for (int index = first; index < keys.size(); index++) {
            var key = keys.get(index);
            boolean neverNull = key.isId() || (index == 0 && part == Part.WITH_KEY);
            sql.add(key.sql() + (key.descending() ? " desc" : "") + (neverNull ? "" : " nulls last") + ", ");
        }
        return endsWithId() && keys.size() > first
                ? sql.cut(", ".length())
                : sql.add(SortKey.BY_ID + (keys.getLast().descending() ? " desc" : ""));
    }

    /**
     * Writes one comparison of the key and the id, or a bound on the key in addition to the whole condition; both can
     * use the index.
     */
    private void afterIndexed(SqlBuilder sql, Cursor after) {
        var key = keys.getFirst();
        String relation = key.descending() ? " < " : " > ";
        Object value = after.keys().getFirst();
        if (value == null) {
            throw new IllegalStateException("A row with a key comes after one without");
        }
        if (keys.size() == 1 && key.id() != null) {
            sql.add("(" + key.sql() + ", " + key.id() + ")" + relation + "(?, ?)", value, after.id());
            return;
        }
        sql.add(key.sql() + (key.descending() ? " <= ?" : " >= ?") + " and ", value);
        after(sql, after, 0);
    }

    /** Writes the condition that a row comes after the cursor, comparing the keys from this one on. */
    private void after(SqlBuilder sql, Cursor after, int index) {
        if (index == keys.size()) {
            sql.add("r.id " + (keys.getLast().descending() ? "<" : ">") + " ?", after.id());
            return;
        }
        var key = keys.get(index);
        Object value = after.keys().get(index);
        if (key.isId()) {
            sql.add("r.id " + (key.descending() ? "<" : ">") + " ?", after.id());
        } else if (value == null) {
            sql.add("(" + key.sql() + " is null and ");
            after(sql, after, index + 1);
            sql.add(")");
        } else {
            sql.add(
                    "(" + key.sql() + (key.descending() ? " < ?" : " > ?") + " or " + key.sql() + " is null or (",
                    value);
            sql.add(key.sql() + " = ? and ", value);
            after(sql, after, index + 1);
            sql.add("))");
        }
    }
}
