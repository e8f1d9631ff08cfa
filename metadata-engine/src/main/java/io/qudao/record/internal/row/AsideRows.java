package io.qudao.record.internal.row;

import io.qudao.metadata.Field;
import io.qudao.metadata.Placement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Rows of {@code rec_aside} to be inserted together: columns of equal length, of which each row fills one typed column. */
final class AsideRows {
    private static final List<Character> FAMILIES = List.of('t', 'n', 'd', 'r');

    private final List<String> fields = new ArrayList<>();
    private final List<UUID> ids = new ArrayList<>();
    private final Map<Character, List<@Nullable String>> values = new HashMap<>();

    AsideRows() {
        FAMILIES.forEach(family -> values.put(family, new ArrayList<>()));
    }

    /**
     * Adds a row for each record in which the field is not empty.
     *
     * @param key identifies the field in the table
     */
    void add(String key, Field field, Placement.Slot slot, List<RecordDraft> entries) {
        for (RecordDraft entry : entries) {
            Object value = field.type().slotValue(entry.value(field), slot.scale());
            if (value != null) {
                fields.add(key);
                ids.add(entry.id());
                fill(slot.family(), value.toString());
            }
        }
    }

    private void fill(char family, String value) {
        values.forEach((column, rows) -> rows.add(column == family ? value : null));
    }

    boolean isEmpty() {
        return ids.isEmpty();
    }

    SqlBuilder insert(CallerObject target) {
        var sql = SqlBuilder.of(
                "insert into " + Asides.TABLE + " (tenant_id, object_id, field_id, id, t, n, d, r)"
                        + " select ?, ?, v.field, v.id, v.t, v.n::bigint, v.d::timestamptz, v.r::uuid"
                        + " from unnest(?, ?, ?, ?, ?, ?) as v (field, id, t, n, d, r)",
                target.tenant().value(),
                target.type().id(),
                fields.toArray(String[]::new),
                ids.toArray(UUID[]::new));
        FAMILIES.forEach(family -> sql.add("", (Object) column(family)));
        return sql;
    }

    private String[] column(char family) {
        return values.getOrDefault(family, List.of()).toArray(String[]::new);
    }
}
