package io.qudao.ui.component.record;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.server.VaadinService;
import io.qudao.record.HiddenFields;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What the pages of the standard business show of fields that may be hidden from whoever looks at them. Fields are named
 * such as {@code partner.phone}.
 */
public final class Visible {
    private static final String NOTHING = "\u2014";

    private Visible() {}

    /** Returns whether none of these fields is hidden. */
    public static boolean is(String... fields) {
        return !VaadinService.getCurrent()
                .getInstantiator()
                .getOrCreate(HiddenFields.class)
                .hides(fields);
    }

    /** Returns the text, or an empty one if it is hidden. */
    public static String text(String text, String... fields) {
        return is(fields) ? text : "";
    }

    /** Returns the text, or a dash if it is hidden: for what a page, a row or a link is called. */
    public static String title(String text, String... fields) {
        return is(fields) ? text : NOTHING;
    }

    /** Creates a component unless what it shows is hidden. */
    public static <C extends Component> Optional<C> of(Supplier<C> component, String... fields) {
        return is(fields) ? Optional.of(component.get()) : Optional.empty();
    }

    /** Removes a column of a grid if what it shows is hidden. */
    public static <T> void column(Grid<T> grid, Grid.Column<T> column, String... fields) {
        if (!is(fields)) {
            grid.removeColumn(column);
        }
    }
}
