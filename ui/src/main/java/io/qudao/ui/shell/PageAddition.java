package io.qudao.ui.shell;

import com.vaadin.flow.component.Component;
import java.util.List;

/**
 * What a feature adds to the page of something that another feature shows, such as its shipments to an order: a bean.
 *
 * @param <T> what the page shows
 */
public interface PageAddition<T> {
    Class<T> shown();

    /**
     * Buttons, the least important first.
     *
     * @param changed to be run when one of them has changed what is shown
     */
    List<Component> actions(Face face, T shown, Runnable changed);

    /**
     * Parts of the page.
     *
     * @param changed to be run when one of them has changed what is shown
     */
    List<Component> sections(Face face, T shown, Runnable changed);
}
