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
 * @param permissions any of them shows it; none: everybody sees it
 */
public record NavigationEntry(
        Face face, int order, String text, VaadinIcon icon, String path, Set<String> permissions) {
    public NavigationEntry {
        permissions = Set.copyOf(permissions);
    }

    public boolean isFor(Caller caller) {
        return permissions.isEmpty() || permissions.stream().anyMatch(caller::may);
    }

    /** Whether a page at this address is this entry's or below it. */
    boolean holds(String address) {
        return address.equals(path) || address.startsWith(path + "/");
    }
}
