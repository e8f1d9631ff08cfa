package io.qudao.ui.shell;

import com.vaadin.flow.component.icon.VaadinIcon;
import io.qudao.tenancy.Caller;
import java.util.Set;

/**
 * One entry of a face's navigation.
 *
 * @param order smaller first
 * @param text message key
 * @param path address without its leading slash
 * @param tab whether it is one of the few at the foot of a phone
 * @param permissions any of them shows it; none: everybody sees it
 */
public record NavigationEntry(
        Face face, int order, String text, VaadinIcon icon, String path, boolean tab, Set<String> permissions) {
    public NavigationEntry {
        permissions = Set.copyOf(permissions);
    }

    /** An entry that any of these permissions shows. */
    public static NavigationEntry of(
            Face face, int order, String text, VaadinIcon icon, String path, String... permissions) {
        return new NavigationEntry(face, order, text, icon, path, false, Set.of(permissions));
    }

    /** The same entry, also at the foot of a phone. */
    public NavigationEntry asTab() {
        return new NavigationEntry(face, order, text, icon, path, true, permissions);
    }

    public boolean isFor(Caller caller) {
        return permissions.isEmpty() || permissions.stream().anyMatch(caller::may);
    }

    /** Whether a page at this address is this entry's or below it. */
    boolean holds(String address) {
        return address.equals(path) || address.startsWith(path + "/");
    }
}
