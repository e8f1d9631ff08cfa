package io.qudao.ui.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;

/** A highlighted remark on a page: what was found, and what to do about it. */
public final class Remark extends Div {
    public Remark(Tone tone, Component... content) {
        addClassName("q-notice");
        getElement().setAttribute("data-tone", tone.attribute());
        getElement().setAttribute("role", "status");
        var icon = (tone == Tone.GREEN ? VaadinIcon.CHECK_CIRCLE_O : VaadinIcon.INFO_CIRCLE_O).create();
        icon.setSize("20px");
        icon.getStyle().setFlexShrink("0");
        add(icon, new Box("q-stack q-grow", content));
    }
}
