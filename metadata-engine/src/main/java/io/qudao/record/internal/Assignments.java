package io.qudao.record.internal;

import io.qudao.expression.SqlKind;
import io.qudao.kernel.Value;
import io.qudao.metadata.Field;
import io.qudao.metadata.Placement;
import io.qudao.record.internal.row.FieldColumns;
import io.qudao.record.internal.row.Json;
import io.qudao.record.internal.row.RecordDraft;
import io.qudao.record.internal.row.SqlBuilder;
import java.nio.charset.StandardCharsets;
import java.sql.Types;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The columns in which values of fields are stored: typed columns, slots, and {@code data}. */
final class Assignments {
    private static final int USUAL_SIZE = 512;

    private Assignments() {}

    /** A column and its new value. */
    record Assignment(String column, Object parameter) {}

    /** Returns all columns except {@code data}. */
    static List<Assignment> columns(List<Field> fields, RecordDraft entry) {
        var columns = new ArrayList<Assignment>();
        for (Field field : fields) {
            Value value = entry.value(field);
            switch (field.placement()) {
                case Placement.Column column -> addColumns(columns, field, column, value);
                case Placement.Slot slot when slot.isAside() -> {}
                case Placement.Slot slot ->
                    columns.add(new Assignment(
                            slot.column(),
                            orNull(FieldColumns.slotValue(field, slot, value), slotType(slot.column()))));
                case Placement.Document _ -> {}
            }
        }
        return columns;
    }

    /** Returns the content of {@code data} for these fields. */
    static String data(List<Field> fields, RecordDraft entry) {
        byte[] json = Json.write(USUAL_SIZE, writer -> {
            writer.writeStartObject();
            for (Field field : fields) {
                String key = FieldColumns.key(field);
                Value value = entry.value(field);
                if (key != null && !value.isNull()) {
                    writer.writeName(key);
                    field.type().store(writer, value);
                }
            }
            writer.writeEndObject();
        });
        return new String(json, StandardCharsets.UTF_8);
    }

    /** Returns {@code a = ?, b = ?, data = ..}: sets these fields and keeps the others. */
    static SqlBuilder update(List<Field> fields, RecordDraft entry) {
        var sql = new SqlBuilder();
        for (Assignment assignment : columns(fields, entry)) {
            sql.add(assignment.column() + " = ?, ", assignment.parameter());
        }
        var kept =
                fields.stream().filter(field -> FieldColumns.key(field) != null).toList();
        if (!kept.isEmpty()) {
            var emptied = kept.stream()
                    .filter(field -> entry.value(field).isNull())
                    .map(Field::id)
                    .toArray(String[]::new);
            sql.add("data = (r.data || ?::jsonb) - ?::text[], ", data(kept, entry), emptied);
        }
        return sql.cut(", ".length());
    }

    /** Returns the type of SQL NULL for a slot of this name. */
    static int slotType(String column) {
        return switch (column.charAt(0)) {
            case 'n' -> Types.BIGINT;
            case 'd' -> Types.TIMESTAMP_WITH_TIMEZONE;
            case 'r' -> Types.OTHER;
            default -> Types.VARCHAR;
        };
    }

    private static void addColumns(List<Assignment> columns, Field field, Placement.Column column, Value value) {
        if (value instanceof Value.Amount(var money)) {
            columns.add(new Assignment(column.column(), money.amount()));
        } else {
            columns.add(new Assignment(
                    column.column(),
                    orNull(parameter(value), columnType(field.type().kind()))));
        }
        String currency = column.currency();
        if (currency != null) {
            Object code = value instanceof Value.Amount(var money)
                    ? money.currency().value()
                    : new SqlBuilder.Nothing(Types.VARCHAR);
            columns.add(new Assignment(currency, code));
        }
    }

    private static Object orNull(@Nullable Object value, int type) {
        return value == null ? new SqlBuilder.Nothing(type) : value;
    }

    private static @Nullable Object parameter(Value value) {
        return switch (value) {
            case Value.Null _ -> null;
            case Value.Text(var text) -> text;
            case Value.Int(var number) -> number;
            case Value.Decimal(var number) -> number;
            case Value.Bool(var truth) -> truth;
            case Value.Date(var date) -> date;
            case Value.DateTime(var instant) -> instant.atOffset(ZoneOffset.UTC);
            case Value.Ref(var id) -> id;
            case Value.Amount(var money) -> money.amount();
            case Value.Items _, Value.Fields _ -> throw new IllegalArgumentException("No column for " + value);
        };
    }

    private static int columnType(SqlKind kind) {
        return switch (kind) {
            case TEXT -> Types.VARCHAR;
            case INTEGER -> Types.BIGINT;
            case NUMERIC -> Types.NUMERIC;
            case BOOLEAN -> Types.BOOLEAN;
            case DATE -> Types.DATE;
            case TIMESTAMPTZ, UTC_MIDNIGHT -> Types.TIMESTAMP_WITH_TIMEZONE;
            case UUID, JSON_LIST -> Types.OTHER;
        };
    }
}
