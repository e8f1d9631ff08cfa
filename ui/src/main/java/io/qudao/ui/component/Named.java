package io.qudao.ui.component;

import com.vaadin.flow.component.Component;

/** Gives elements the names that tests find them by. */
public final class Named {
    private static final String ATTRIBUTE = "data-test";

    private Named() {}

    /** The same component, named. */
    public static <T extends Component> T as(String name, T component) {
        component.getElement().setAttribute(ATTRIBUTE, name);
        return component;
    }
}
