package io.qudao.ui.record;

import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import io.qudao.metadata.Field;
import io.qudao.metadata.ObjectType;
import io.qudao.record.Row;
import io.qudao.ui.component.Cards;
import io.qudao.ui.component.RowCard;
import io.qudao.ui.component.Texts;
import io.qudao.ui.component.record.RecordTexts;
import java.util.List;

/** Records as a grid, or as cards if the window is narrow. */
final class RecordGrid {
    private RecordGrid() {}

    /**
     * @param fields the columns; those behind look-ups have paths for names
     * @param list URL of the list, without its leading slash
     */
    static void prepare(Grid<Row> grid, ObjectType type, List<Field> fields, String list) {
        fields.forEach(field -> column(grid, field, field.name().equals(type.nameField()), list));
        Cards.in(grid, type.label().in(Texts.locale()), row -> card(row, fields, list));
    }

    private static void column(Grid<Row> grid, Field field, boolean naming, String list) {
        var column = grid.addComponentColumn(row ->
                        naming ? link(row, RecordTexts.text(field, row), list) : RecordTexts.component(field, row))
                .setHeader(field.label().in(Texts.locale()))
                .setResizable(true)
                .setFlexGrow(naming ? 2 : 1);
        if (RecordTexts.isNumber(field)) {
            column.setTextAlign(ColumnTextAlign.END);
        }
    }

    private static Anchor link(Row row, String name, String list) {
        return new Anchor("/" + list + "/" + row.id(), name.isEmpty() ? Texts.of("records.unnamed") : name);
    }

    private static RowCard card(Row row, List<Field> fields, String list) {
        var card = new RowCard(link(row, row.name(), list));
        for (var field : fields) {
            var text = RecordTexts.text(field, row);
            if (!text.isEmpty() && !text.equals(row.name())) {
                card.fact(field.label().in(Texts.locale()), RecordTexts.component(field, row));
            }
        }
        return card;
    }
}
