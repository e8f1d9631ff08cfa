package io.qudao.ui.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;

/** A plain container with style classes. */
public final class Box extends Div {
    public Box(String classes, Component... children) {
        addClassNames(classes.split(" "));
        add(children);
    }
}
