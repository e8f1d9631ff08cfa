package io.qudao.ui.shell;

import com.vaadin.flow.component.Component;
import io.qudao.tenancy.Caller;

/** What a feature puts into the top bar, such as a search box: a bean. */
public interface TopBarItem {
    Face face();

    /** Smaller first. */
    int order();

    boolean isFor(Caller caller);

    /** A new one for each page. */
    Component create();
}
