package io.qudao.record.internal;

import io.qudao.expression.Column;
import io.qudao.expression.SqlKind;
import io.qudao.kernel.CurrencyCode;
import io.qudao.metadata.DataType;
import io.qudao.metadata.Field;
import io.qudao.metadata.Placement;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Where SQL finds the value of a field, in a row under the alias {@code r}. */
final class FieldColumns {
    private static final String NAME = "name";

    private FieldColumns() {}

    /** @param currency of money that is kept without one */
    static Column column(Field field, CurrencyCode currency) {
        return switch (field.placement()) {
            case Placement.Column(var column, var currencyColumn) ->
                field.type() == DataType.MONEY
                        ? new Column.Amount(
                                Column.of("r." + column, SqlKind.NUMERIC), currency(currencyColumn, currency))
                        : field.name().equals(NAME) && column.equals(NAME)
                                ? new Column.Folded("r.name", "r.name", UnaryOperator.identity())
                                : Column.of("r." + column, kind(field.type()));
            case Placement.Document() -> document(field);
            case Placement.Slot slot -> slot.isReady() ? slot(field, slot) : document(field);
        };
    }

    /** The key of {@code data} under which the value is kept, or null where it has a column. */
    static @Nullable String key(Field field) {
        return field.placement() instanceof Placement.Column ? null : field.id();
    }

    private static String currency(@Nullable String column, CurrencyCode currency) {
        return column == null ? "'" + currency.value() + "'" : "r." + column;
    }

    private static Column slot(Field field, Placement.Slot slot) {
        String column = "r." + slot.column();
        return switch (field.type()) {
            case TEXT, PICKLIST ->
                new Column.Folded(text(field), column, slot.column().startsWith("u") ? Fold::of : Fold::slot);
            case INTEGER -> slot.column().startsWith("n") ? Column.of(column, SqlKind.INTEGER) : document(field);
            case DECIMAL -> slot.column().startsWith("n") ? new Column.Scaled(column, slot.scale()) : document(field);
            case MONEY ->
                slot.column().startsWith("n")
                        ? new Column.Amount(new Column.Scaled(column, slot.scale()), element(field, 1))
                        : document(field);
            case DATE -> slot.column().startsWith("d") ? Column.of(column, SqlKind.UTC_MIDNIGHT) : document(field);
            case DATE_TIME -> slot.column().startsWith("d") ? Column.of(column, SqlKind.TIMESTAMPTZ) : document(field);
            case LOOKUP -> slot.column().startsWith("r") ? Column.of(column, SqlKind.UUID) : document(field);
            case BOOLEAN -> document(field);
        };
    }

    private static Column document(Field field) {
        return switch (field.type()) {
            case TEXT, PICKLIST -> Column.of(text(field), SqlKind.TEXT);
            case INTEGER -> Column.of(text(field) + "::bigint", SqlKind.INTEGER);
            case DECIMAL -> Column.of(text(field) + "::numeric", SqlKind.NUMERIC);
            case BOOLEAN -> Column.of(text(field) + "::boolean", SqlKind.BOOLEAN);
            case DATE -> Column.of(text(field) + "::date", SqlKind.DATE);
            case DATE_TIME -> Column.of(text(field) + "::timestamptz", SqlKind.TIMESTAMPTZ);
            case LOOKUP -> Column.of(text(field) + "::uuid", SqlKind.UUID);
            case MONEY ->
                new Column.Amount(Column.of(element(field, 0) + "::numeric", SqlKind.NUMERIC), element(field, 1));
        };
    }

    private static String text(Field field) {
        return "(r.data->>'" + field.id() + "')";
    }

    private static String element(Field field, int index) {
        return "(r.data->'" + field.id() + "'->>" + index + ")";
    }

    private static SqlKind kind(DataType type) {
        return switch (type) {
            case TEXT, PICKLIST -> SqlKind.TEXT;
            case INTEGER -> SqlKind.INTEGER;
            case DECIMAL, MONEY -> SqlKind.NUMERIC;
            case BOOLEAN -> SqlKind.BOOLEAN;
            case DATE -> SqlKind.DATE;
            case DATE_TIME -> SqlKind.TIMESTAMPTZ;
            case LOOKUP -> SqlKind.UUID;
        };
    }
}
