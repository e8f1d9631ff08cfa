package io.qudao.record.internal.row;

import io.qudao.expression.Column;
import io.qudao.kernel.CurrencyCode;
import io.qudao.kernel.Value;
import io.qudao.metadata.Field;
import io.qudao.metadata.Placement;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Maps fields to the SQL that reads their values. */
public final class FieldColumns {
    private static final String NAME = "name";

    private FieldColumns() {}

    /**
     * A slot that stands aside is beside the rows of the list itself only.
     *
     * @param row alias of the table
     * @param currency currency of money stored without one
     */
    public static Column column(String row, Field field, CurrencyCode currency) {
        String data = row + ".data";
        return switch (field.placement()) {
            case Placement.Column(var column, var _)
            when field.name().equals(NAME) && column.equals(NAME) ->
                new Column.Folded(row + ".name", row + ".name", UnaryOperator.identity());
            case Placement.Column(var column, var currencyColumn) ->
                field.type()
                        .column(
                                row + "." + column,
                                currencyColumn == null ? "'" + currency.value() + "'" : row + "." + currencyColumn);
            case Placement.Document() -> field.type().document(data, field.id());
            case Placement.Slot slot when !slot.isReady() -> field.type().document(data, field.id());
            case Placement.Slot slot
            when UniqueValues.isColumn(slot) -> field.type().uniqueSlot(data, field.id(), row + "." + slot.column());
            case Placement.Slot slot
            when slot.isAside() && !row.equals(CallerView.ROW) -> field.type().document(data, field.id());
            case Placement.Slot slot when slot.isUnique() -> field.type().document(data, field.id());
            case Placement.Slot slot ->
                field.type()
                        .slot(
                                data,
                                field.id(),
                                slot.isAside() ? Asides.column(field.id(), slot) : row + "." + slot.column(),
                                slot.scale());
        };
    }

    /** Returns the key of {@code data} under which the value is stored, or null if it has a column. */
    public static @Nullable String key(Field field) {
        return field.placement() instanceof Placement.Column ? null : field.id();
    }

    /** Returns what a slot holds for a value, as JDBC takes it. */
    public static @Nullable Object slotValue(Field field, Placement.Slot slot, Value value) {
        return slot.isUnique() ? field.type().key(value) : field.type().slotValue(value, slot.scale());
    }
}
