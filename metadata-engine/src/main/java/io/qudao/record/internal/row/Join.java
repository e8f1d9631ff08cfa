package io.qudao.record.internal.row;

import io.qudao.expression.Column;
import io.qudao.expression.FieldPath;
import io.qudao.metadata.Field;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Joins the record that a look-up refers to; nothing is joined if the caller may not read it.
 *
 * @param path path of the look-up
 * @param lookup the look-up, named and labelled by its path
 * @param id SQL of the id it holds
 * @param row alias of the joined row
 * @param view the referenced object as the caller sees it
 */
public record Join(FieldPath path, Field lookup, String id, String row, CallerView view) {
    private static final Pattern BARE_COLUMN = Pattern.compile("\\w+\\.\\w+");

    public Optional<ReachedField> field(String name) {
        return view.field(name).map(field -> new ReachedField(view, row, field.behind(lookup), view.column(row, name)));
    }

    public Column column(String name) {
        return view.column(row, name);
    }

    /** Returns whether a path goes through this join. */
    public boolean isOn(FieldPath other) {
        int length = path.names().size();
        return other.names().size() > length && other.names().subList(0, length).equals(path.names());
    }

    /**
     * Returns the SQL of the join. Row conditions are written for the alias {@code r}, so the key is taken out of its scope
     * first; PostgreSQL plans the result as a plain outer join. An id out of a document is computed before the join:
     * within the join, row security would let no index be searched for the result of a function.
     *
     * @param target the referenced object, with the rows the caller may read
     */
    public SqlBuilder sql(CallerObject target) {
        String computedFirst = BARE_COLUMN.matcher(id).matches() ? "" : " offset 0";
        return SqlBuilder.of(" cross join lateral (select " + id + " as id" + computedFirst + ") " + row
                        + "_key left join lateral (select r.*")
                .add(target.from(false))
                .add(" and r.id = " + row + "_key.id) " + row + " on true");
    }
}
