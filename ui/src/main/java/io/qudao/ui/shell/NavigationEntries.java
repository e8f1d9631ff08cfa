package io.qudao.ui.shell;

import com.vaadin.flow.component.Component;
import io.qudao.tenancy.Caller;
import java.util.List;
import java.util.Optional;

/** The entries that a feature contributes to the navigation; implemented by a bean. */
public interface NavigationEntries {
    List<NavigationEntry> entries();

    /** Returns whether one of its entries is useful to a caller. */
    default boolean shows(NavigationEntry entry, Caller caller) {
        return entry.isFor(caller);
    }

    /** Returns the badge of one of its entries, such as a count; a new component for each place. */
    default Optional<Component> badge(NavigationEntry entry) {
        return Optional.empty();
    }
}
