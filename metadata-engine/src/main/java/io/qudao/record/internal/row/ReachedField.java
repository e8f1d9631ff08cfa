package io.qudao.record.internal.row;

import io.qudao.expression.Column;
import io.qudao.metadata.Field;
import io.qudao.metadata.Placement;

/**
 * A field that a list uses: of its own records or, through a path, of others.
 *
 * @param view object that the field belongs to
 * @param row alias of its rows
 * @param field the field, named and labelled by its path
 * @param column column used by conditions and sort orders
 */
public record ReachedField(CallerView view, String row, Field field, Column column) {
    public boolean isOwn() {
        return row.equals(CallerView.ROW);
    }

    /** Returns the column with the value itself; the slot of a text holds only a key. */
    Column shown() {
        return field.placement() instanceof Placement.Column
                ? column
                : field.type().document(row + ".data", field.id());
    }
}
