package io.qudao.ui.shell;

import com.vaadin.flow.component.Component;
import java.util.List;

/**
 * What a feature adds to another feature's page, such as shipments to an order; implemented by a bean.
 *
 * @param <T> what the page shows
 */
public interface PageAddition<T> {
    Class<T> shown();

    /**
     * Returns buttons, least important first.
     *
     * @param changed to be called when one of them has changed what is shown
     */
    List<Component> actions(Face face, T shown, Runnable changed);

    /**
     * Returns sections of the page.
     *
     * @param changed to be called when one of them has changed what is shown
     */
    List<Component> sections(Face face, T shown, Runnable changed);
}
