package io.qudao.ui.component;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Nav;

/** The sections of a page, each with its own URL: links, so that the browser's back button works. */
public final class SectionTabs extends Nav {
    public SectionTabs(String name) {
        addClassName("section-tabs");
        setAriaLabel(name);
    }

    /** Adds a section. */
    public SectionTabs with(String test, String text, String href, boolean current) {
        var tab = new Anchor(href, text);
        if (current) {
            tab.getElement().setAttribute("aria-current", "page");
        }
        add(Named.as(test, tab));
        return this;
    }
}
