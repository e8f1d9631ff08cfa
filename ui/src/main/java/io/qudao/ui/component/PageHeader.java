package io.qudao.ui.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.Optional;

/** The header of a page: title, state, key facts, and actions on the right. */
public final class PageHeader extends Div {
    private final Box titles = new Box("q-row wrap");
    private final Box facts = new Box("q-facts");
    private final Box actions = new Box("q-actions");

    public PageHeader(String title) {
        addClassName("q-page-header");
        titles.add(new H1(title));
        add(titles);
    }

    /** Adds a link back to the list this page came from. */
    public PageHeader back(String href, String name) {
        var link = new Anchor(href, VaadinIcon.ARROW_LEFT.create());
        link.addClassName("q-back");
        link.setAriaLabel(name);
        addComponentAsFirst(Named.as("back", link));
        return this;
    }

    public PageHeader badge(Component badge) {
        titles.add(badge);
        return this;
    }

    /** Adds the state, if there is one to show. */
    public PageHeader badge(Optional<? extends Component> badge) {
        badge.ifPresent(this::badge);
        return this;
    }

    /** Adds a fact, if there is one to show. */
    public PageHeader fact(String name, Optional<? extends Component> value) {
        value.ifPresent(shown -> fact(name, shown));
        return this;
    }

    public PageHeader fact(String name, Component value) {
        var label = new Span(name);
        var fact = new Span(label, value);
        fact.addClassName("q-fact");
        facts.add(fact);
        add(facts);
        return this;
    }

    public PageHeader action(Optional<Component> component) {
        component.ifPresent(this::actions);
        return this;
    }

    public PageHeader actions(Component... components) {
        actions.add(components);
        addComponentAtIndex(indexOf(titles) + 1, actions);
        return this;
    }
}
