package io.qudao.ui.shell;

import com.vaadin.flow.component.Component;
import io.qudao.tenancy.Caller;

/** What a feature adds to the top bar, such as a search box; implemented by a bean. */
public interface TopBarItem {
    Face face();

    /** Returns the position; smaller values come first. */
    int order();

    boolean isFor(Caller caller);

    /** Creates a new component for each page. */
    Component create();
}
