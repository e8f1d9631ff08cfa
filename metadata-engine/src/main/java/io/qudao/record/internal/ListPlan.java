package io.qudao.record.internal;

import io.qudao.expression.Expression;
import io.qudao.metadata.Field;
import io.qudao.record.Query;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A list, compiled for all callers that see the same fields.
 *
 * @param keys of the order; the id follows where none of them is it
 * @param asides fields it filters and sorts by whose slots are not in the object's table
 * @param list stands for the object, filter and order in cursors
 */
record ListPlan(
        CallerView shape,
        Projection projection,
        List<SortKey> keys,
        List<Field> asides,
        @Nullable Expression filter,
        boolean deleted,
        int list) {
    ListPlan {
        keys = List.copyOf(keys);
        asides = List.copyOf(asides);
    }

    /** The rows of a page come from the first part, then from the second. */
    enum Part {
        /** All rows. */
        WHOLE,
        /** Those that have the first key: an index has them in order. */
        WITH_KEY,
        /** Those that do not. */
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

    /** Whether a plan must know the values: a key alone is found by any plan. */
    boolean isSearch() {
        return filter != null || !keys.getFirst().isId();
    }

    /** @param base {@code from .. where ..} of all rows of the list */
    SqlBuilder page(SqlBuilder base, Part part, @Nullable Cursor after, int limit) {
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

    /** SQL columns of the keys of a row, after the projection's. */
    int keyColumn(int index) {
        return projection.next() + index;
    }

    static int list(Query query) {
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

    /** One comparison of the key and the id, or a bound of the key beside the whole condition: both serve the index. */
    private void afterIndexed(SqlBuilder sql, Cursor after) {
        var key = keys.getFirst();
        String relation = key.descending() ? " < " : " > ";
        Object value = after.keys().getFirst();
        if (value == null) {
            throw new IllegalStateException("A row with a key comes after one without");
        }
        if (keys.size() == 1) {
            sql.add("(" + key.sql() + ", " + key.id() + ")" + relation + "(?, ?)", value, after.id());
            return;
        }
        sql.add(key.sql() + (key.descending() ? " <= ?" : " >= ?") + " and ", value);
        after(sql, after, 0);
    }

    /** Writes that a row comes after the cursor, as to the keys from this one on. */
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
