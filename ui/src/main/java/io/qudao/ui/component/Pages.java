package io.qudao.ui.component;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.Location;

/** Navigates between pages. */
public final class Pages {
    private Pages() {}

    /** Opens a URL without its leading slash, such as {@code catalogue?q=tea}. */
    public static void open(String address) {
        var location = new Location(address);
        UI.getCurrent().navigate(location.getPath(), location.getQueryParameters());
    }
}
