package io.qudao.ui.component;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Nav;

/** The parts of a page, each at an address of its own: links, so that going back goes back. */
public final class SectionTabs extends Nav {
    public SectionTabs(String name) {
        addClassName("section-tabs");
        setAriaLabel(name);
    }

    /** One more part. */
    public SectionTabs with(String test, String text, String href, boolean current) {
        var tab = new Anchor(href, text);
        if (current) {
            tab.getElement().setAttribute("aria-current", "page");
        }
        add(Named.as(test, tab));
        return this;
    }
}
