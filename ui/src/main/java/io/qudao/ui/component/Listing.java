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

/** A dense list with keyset pagination: it loads one page at a time and explains an empty result. */
public final class Listing<T> extends Div {
    private static final long serialVersionUID = 1;

    private final Grid<T> grid = new Grid<>();
    private final List<T> items = new ArrayList<>();
    private final Button more = Named.as("more", new Button(Texts.of("list.more")));
    private final Box empty = new Box("q-list-empty");
    private final transient Function<@Nullable String, @Nullable Slice<T>> source;
    private @Nullable String next;

    /**
     * Creates a list.
     *
     * @param source loads a page by its cursor, null for the first; returns null if that failed, after showing the
     *     reason
     * @param nothing creates the content for an empty list
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

    /** Returns the grid, to add columns and listeners. */
    public Grid<T> grid() {
        return grid;
    }

    /** Reloads from the first page. */
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
