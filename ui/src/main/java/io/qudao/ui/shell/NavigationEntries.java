package io.qudao.ui.shell;

import com.vaadin.flow.component.Component;
import io.qudao.tenancy.Caller;
import java.util.List;
import java.util.Optional;

/** The entries that a feature contributes to the navigation of the faces: a bean. */
public interface NavigationEntries {
    List<NavigationEntry> entries();

    /** Whether one of its entries is of use to a caller. */
    default boolean shows(NavigationEntry entry, Caller caller) {
        return entry.isFor(caller);
    }

    /** What stands at one of its entries, such as a count: a new one for each place. */
    default Optional<Component> badge(NavigationEntry entry) {
        return Optional.empty();
    }
}
