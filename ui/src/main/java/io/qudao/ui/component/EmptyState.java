package io.qudao.ui.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.VaadinIcon;

/** Explains what an empty list is for, and offers the next step. */
public final class EmptyState extends Div {
    public EmptyState(VaadinIcon icon, String title, String text, Component... steps) {
        addClassName("q-empty");
        add(icon.create(), new H2(title), new Paragraph(text));
        add(steps);
    }
}
