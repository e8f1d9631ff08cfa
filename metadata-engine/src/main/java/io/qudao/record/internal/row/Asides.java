package io.qudao.record.internal.row;

import io.qudao.metadata.Field;
import io.qudao.metadata.Placement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The slots of fields for which their object's table has no column left: rows of {@code rec_aside}, one for each
 * non-empty field of a record. An object without such fields costs nothing.
 */
@Component
public class Asides {
    public static final String TABLE = "engine.rec_aside";

    private static final Map<Character, String> CASTS =
            Map.of('t', "text", 'n', "bigint", 'd', "timestamptz", 'r', "uuid");

    private final Statements statements;

    Asides(Statements statements) {
        this.statements = statements;
    }

    /** Returns the slot of a field if it stands aside; {@link UniqueValues} handles unique ones. */
    public static Placement.@Nullable Slot slot(Field field) {
        return field.placement() instanceof Placement.Slot slot && slot.isAside() && !slot.isUnique() ? slot : null;
    }

    /** Whether SQL finds the field by its slot, which stands aside. */
    public static boolean isReady(Field field) {
        var slot = slot(field);
        return slot != null && slot.isReady();
    }

    /** Returns the alias of a field's row next to the record's. */
    static String alias(String field) {
        return "x_" + field;
    }

    /** Returns the column of a field's value in its row. */
    public static String column(String field, Placement.Slot slot) {
        return alias(field) + "." + slot.family();
    }

    /** Joins the rows of these fields to the record's row, whose alias is {@code r}. */
    public static String joins(CallerView view, List<Field> fields) {
        return fields.stream()
                .map(field -> alias(field.id()))
                .distinct()
                .map(alias -> " left join " + TABLE + " " + alias + " on " + alias + ".tenant_id = r.tenant_id and "
                        + alias + ".object_id = " + (view.isCell() ? "r.object_id" : "0") + " and " + alias
                        + ".field_id = '" + key(view, alias.substring("x_".length())) + "' and " + alias
                        + ".id = r.id")
                .collect(Collectors.joining());
    }

    /** Objects in tables of their own share the number 0. */
    public static String key(CallerView view, String field) {
        return view.isCell() ? field : view.object() + "." + field;
    }

    /** Returns the SQL type of its column. */
    public static String cast(Placement.Slot slot) {
        return CASTS.getOrDefault(slot.family(), "text");
    }

    /** Writes the rows of new records, in one statement. */
    public void add(CallerObject target, List<Field> fields, List<RecordDraft> entries) throws SQLException {
        var rows = new AsideRows();
        for (Field field : fields) {
            var slot = slot(field);
            if (slot != null) {
                rows.add(key(target.whole(), field.id()), field, slot, entries);
            }
        }
        if (!rows.isEmpty()) {
            statements.update(rows.insert(target));
        }
    }

    /** Updates the rows of records to their current values in these fields. */
    public void change(CallerObject target, List<Field> fields, List<RecordDraft> entries) throws SQLException {
        var aside = fields.stream().filter(field -> slot(field) != null).toList();
        if (aside.isEmpty()) {
            return;
        }
        statements.update(SqlBuilder.of("delete from " + TABLE)
                .add(
                        " where tenant_id = ? and object_id = ? and id = any(?) and field_id = any(?)",
                        target.tenant().value(),
                        target.type().id(),
                        entries.stream().map(RecordDraft::id).toArray(UUID[]::new),
                        aside.stream()
                                .map(field -> key(target.whole(), field.id()))
                                .toArray(String[]::new)));
        add(target, aside, entries);
    }
}
