package io.qudao.ui.shell;

import com.vaadin.flow.component.icon.VaadinIcon;
import io.qudao.tenancy.Caller;
import java.util.Set;

/**
 * One entry in the navigation of a user interface.
 *
 * @param order smaller values come first
 * @param text message key
 * @param path URL without its leading slash
 * @param tab whether it is among the few entries at the bottom of a phone's screen
 * @param permissions any of them makes it visible; if empty, everybody sees it
 */
public record NavigationEntry(
        Face face, int order, String text, VaadinIcon icon, String path, boolean tab, Set<String> permissions) {
    public NavigationEntry {
        permissions = Set.copyOf(permissions);
    }

    /** Creates an entry that any of these permissions makes visible. */
    public static NavigationEntry of(
            Face face, int order, String text, VaadinIcon icon, String path, String... permissions) {
        return new NavigationEntry(face, order, text, icon, path, false, Set.of(permissions));
    }

    /** Returns the entry, also shown at the bottom of a phone's screen. */
    public NavigationEntry asTab() {
        return new NavigationEntry(face, order, text, icon, path, true, permissions);
    }

    public boolean isFor(Caller caller) {
        return permissions.isEmpty() || permissions.stream().anyMatch(caller::may);
    }

    /** Returns whether a page with this URL belongs to this entry. */
    boolean holds(String address) {
        return address.equals(path) || address.startsWith(path + "/");
    }
}
