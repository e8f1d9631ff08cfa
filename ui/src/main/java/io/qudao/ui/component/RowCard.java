package io.qudao.ui.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A row of a list as a card: name, state, and the most important values with their labels. */
public final class RowCard extends Div {
    private final Box head = new Box("q-row between");
    private final Box facts = new Box("record-facts");

    public RowCard(Component title) {
        addClassNames("q-stack", "record-card");
        head.add(new Box("q-strong", title));
        add(head, facts);
    }

    public RowCard(String title) {
        this(new Span(title));
    }

    /** Adds the state next to the name. */
    public RowCard state(Component badge) {
        head.add(badge);
        return this;
    }

    public RowCard fact(String label, Component value) {
        var name = new Span(label);
        name.addClassName("q-muted");
        facts.add(new Box("q-row between", name, value));
        return this;
    }

    /** Adds a value, if there is one to show. */
    public RowCard fact(String label, Optional<? extends Component> value) {
        value.ifPresent(shown -> fact(label, shown));
        return this;
    }

    /** Adds the state, if there is one to show. */
    public RowCard state(Optional<? extends Component> badge) {
        badge.ifPresent(this::state);
        return this;
    }

    /** Adds a value; left out if there is none. */
    public RowCard fact(String label, @Nullable String value) {
        return value == null || value.isBlank() ? this : fact(label, new Span(value));
    }
}
