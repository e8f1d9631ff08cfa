package io.qudao.record.internal.row;

import io.qudao.expression.Column;
import io.qudao.metadata.Field;
import io.qudao.metadata.Placement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.core.io.SerializedString;

/**
 * The selected columns of a row: id, version, display name, the columns of fields that have one, and {@code data} for
 * the others. For an object with many fields, only the wanted keys of {@code data} are read from the database.
 */
public final class Projection {
    public static final int ID = 1;
    public static final int VERSION = 2;
    static final int NAME = 3;

    private static final int WIDE = 12;

    private final List<Field> fields;
    private final SerializedString[] names;
    private final int[] columns;
    private final Map<String, Integer> keys = new HashMap<>();
    private final String sql;
    private final int data;
    private final int next;

    public Projection(CallerView view, List<ReachedField> reached) {
        this.fields = reached.stream().map(ReachedField::field).toList();
        this.names =
                fields.stream().map(field -> new SerializedString(field.name())).toArray(SerializedString[]::new);
        this.columns = new int[fields.size()];
        var nameField = view.nameField();
        var select =
                new StringBuilder("r.id, r.version, ").append(nameField == null ? "null::text" : view.text(nameField));
        int position = NAME + 1;
        for (int index = 0; index < fields.size(); index++) {
            ReachedField shown = reached.get(index);
            String key = FieldColumns.key(shown.field());
            if (key != null && shown.isOwn()) {
                keys.put(key, index);
                continue;
            }
            columns[index] = position;
            position += select(select, shown.shown());
        }
        this.data = keys.isEmpty() ? 0 : position++;
        if (data > 0) {
            select.append(", ").append(data(view));
        }
        this.next = position;
        this.sql = select.toString();
    }

    /** Returns the select list, for the alias {@code r}. */
    public String sql() {
        return sql;
    }

    public List<Field> fields() {
        return fields;
    }

    public SerializedString name(int index) {
        return names[index];
    }

    /** Returns the first SQL column of a field; 0 if it is in {@code data}. */
    public int column(int index) {
        return columns[index];
    }

    /** Returns the SQL column of {@code data}; 0 if it is not needed. */
    public int data() {
        return data;
    }

    /** Returns the index of the field stored under a key of {@code data}; -1 if it is not wanted. */
    public int index(String key) {
        return keys.getOrDefault(key, -1);
    }

    /** Returns the first free SQL column. */
    public int next() {
        return next;
    }

    private static int select(StringBuilder select, Column column) {
        switch (column) {
            case Column.Plain plain -> select.append(", ").append(plain.sql());
            case Column.Folded folded -> select.append(", ").append(folded.sql());
            case Column.Scaled scaled -> throw new IllegalArgumentException("Not a column of its own: " + scaled);
            case Column.Amount(var amount, var currency) -> {
                select(select, amount);
                select.append(", ").append(currency);
                return 2;
            }
        }
        return 1;
    }

    private String data(CallerView view) {
        long all = view.type().fields().stream()
                .filter(field -> !(field.placement() instanceof Placement.Column))
                .count();
        if (all < WIDE || keys.size() * 3L > all) {
            return "r.data";
        }
        return keys.keySet().stream()
                .sorted()
                .map(key -> "'" + key + "', r.data->'" + key + "'")
                .collect(Collectors.joining(", ", "jsonb_build_object(", ")"));
    }

    /** Returns whether any of the fields refers to other records. */
    public boolean hasLookups() {
        return fields.stream().anyMatch(field -> field.target() != null);
    }
}
