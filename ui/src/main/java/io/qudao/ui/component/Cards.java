package io.qudao.ui.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.function.ValueProvider;

/** Shows cards instead of a grid's columns if the window is narrow. */
public final class Cards {
    /** The key of a column that is shown next to the cards. */
    public static final String BESIDE = "beside";

    private static final int NARROW = 800;

    private Cards() {}

    /**
     * Adds cards to a grid that already has its columns.
     *
     * @param header name of the card column
     * @param card creates the card of a row
     */
    public static <T> void in(Grid<T> grid, String header, ValueProvider<T, ? extends Component> card) {
        var cards = grid.addComponentColumn(card::apply).setHeader(header);
        show(grid, cards, false);
        grid.addAttachListener(attached -> {
            var page = attached.getUI().getPage();
            int width = page.getExtendedClientDetails().getWindowInnerWidth();
            show(grid, cards, width > 0 && width < NARROW);
            var sizes = page.addBrowserWindowResizeListener(size -> show(grid, cards, size.getWidth() < NARROW));
            grid.addDetachListener(detached -> {
                sizes.remove();
                detached.unregisterListener();
            });
        });
    }

    private static <T> void show(Grid<T> grid, Grid.Column<T> cards, boolean narrow) {
        grid.getColumns().stream()
                .filter(column -> !BESIDE.equals(column.getKey()))
                .forEach(column -> column.setVisible(narrow == column.equals(cards)));
    }
}
