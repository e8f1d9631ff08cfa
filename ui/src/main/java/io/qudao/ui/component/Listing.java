package io.qudao.ui.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import io.qudao.kernel.Slice;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A dense list that is read by keyset: a page at a time, an empty one says what it is for. */
public final class Listing<T> extends Div {
    private static final long serialVersionUID = 1;

    private final Grid<T> grid = new Grid<>();
    private final List<T> items = new ArrayList<>();
    private final Button more = Named.as("more", new Button(Texts.of("list.more")));
    private final Box empty = new Box("q-list-empty");
    private final transient Function<@Nullable String, @Nullable Slice<T>> source;
    private @Nullable String next;

    /**
     * A list.
     *
     * @param source a page by its cursor, null for the first; answers null where it could not be read, and says why itself
     * @param nothing what to show where there is nothing
     */
    public Listing(Function<@Nullable String, @Nullable Slice<T>> source, Supplier<Component> nothing) {
        this.source = source;
        addClassName("q-list");
        grid.addThemeVariants(GridVariant.NO_BORDER);
        grid.setAllRowsVisible(true);
        more.addClickListener(click -> append());
        empty.add(nothing.get());
        add(grid, more, empty);
    }

    /** The grid, to be given columns and listeners. */
    public Grid<T> grid() {
        return grid;
    }

    /** From the start again. */
    public void reload() {
        items.clear();
        next = null;
        append();
    }

    private void append() {
        var page = source.apply(next);
        items.addAll(page == null ? List.of() : page.items());
        next = page == null ? null : page.next();
        grid.setItems(List.copyOf(items));
        grid.setVisible(!items.isEmpty());
        more.setVisible(next != null);
        empty.setVisible(items.isEmpty() && page != null);
    }
}
