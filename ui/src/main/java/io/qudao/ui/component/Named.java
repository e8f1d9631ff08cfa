package io.qudao.ui.component;

import com.vaadin.flow.component.Component;

/** Gives elements the names by which tests find them. */
public final class Named {
    private static final String ATTRIBUTE = "data-test";

    private Named() {}

    /** Returns the same component with a name. */
    public static <T extends Component> T as(String name, T component) {
        component.getElement().setAttribute(ATTRIBUTE, name);
        return component;
    }
}
