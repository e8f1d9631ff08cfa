package io.qudao.ui.workspace;

import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import io.qudao.metadata.Field;
import io.qudao.metadata.ObjectType;
import io.qudao.record.Row;
import io.qudao.ui.component.Box;
import io.qudao.ui.component.RecordTexts;
import io.qudao.ui.component.Texts;
import java.util.List;
import java.util.Optional;

/** Records in rows; as cards where the window is narrow. */
final class RecordGrid {
    private static final int NARROW = 800;

    private RecordGrid() {}

    static void prepare(Grid<Row> grid, ObjectType type, List<String> names) {
        var fields = names.stream().map(type::field).flatMap(Optional::stream).toList();
        var card = grid.addComponentColumn(row -> card(row, fields))
                .setHeader(type.label().in(Texts.locale()));
        fields.forEach(field -> column(grid, field, field.name().equals(type.nameField())));
        narrow(grid, card, false);
        grid.addAttachListener(attached -> {
            var page = attached.getUI().getPage();
            int width = page.getExtendedClientDetails().getWindowInnerWidth();
            narrow(grid, card, width > 0 && width < NARROW);
            page.addBrowserWindowResizeListener(size -> narrow(grid, card, size.getWidth() < NARROW));
        });
    }

    private static void column(Grid<Row> grid, Field field, boolean naming) {
        var column = grid.addComponentColumn(row -> naming ? link(row, field) : RecordTexts.component(field, row))
                .setHeader(field.label().in(Texts.locale()))
                .setResizable(true)
                .setFlexGrow(naming ? 2 : 1);
        if (RecordTexts.isNumber(field)) {
            column.setTextAlign(ColumnTextAlign.END);
        }
    }

    private static void narrow(Grid<Row> grid, Grid.Column<Row> card, boolean narrow) {
        grid.getColumns().forEach(column -> column.setVisible(narrow == column.equals(card)));
    }

    private static Anchor link(Row row, Field field) {
        var text = RecordTexts.text(field, row);
        return new Anchor(
                WorkspaceNavigation.record(row.object(), row.id()),
                text.isEmpty() ? Texts.of("records.unnamed") : text);
    }

    private static Box card(Row row, List<Field> fields) {
        var title = new Span(row.name().isEmpty() ? Texts.of("records.unnamed") : row.name());
        title.addClassName("q-strong");
        var facts = new Box("record-facts");
        for (var field : fields) {
            var text = RecordTexts.text(field, row);
            if (!text.isEmpty() && !text.equals(row.name())) {
                var label = new Span(field.label().in(Texts.locale()));
                label.addClassName("q-muted");
                facts.add(new Box("q-row between", label, RecordTexts.component(field, row)));
            }
        }
        return new Box("q-stack record-card", title, facts);
    }
}
