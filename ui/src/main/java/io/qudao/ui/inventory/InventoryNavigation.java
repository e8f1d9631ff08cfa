package io.qudao.ui.inventory;

import com.vaadin.flow.component.icon.VaadinIcon;
import io.qudao.ui.shell.Face;
import io.qudao.ui.shell.NavigationEntries;
import io.qudao.ui.shell.NavigationEntry;
import java.util.List;
import org.springframework.stereotype.Component;

/** URLs of stock pages. */
@Component
public class InventoryNavigation implements NavigationEntries {
    /** The stock of the caller's partner. */
    public static final String STOCK = "stock";

    static final String WORK = "work/stock";

    @Override
    public List<NavigationEntry> entries() {
        return List.of(
                NavigationEntry.of(Face.PORTAL, 60, "portal.stock", VaadinIcon.STORAGE, STOCK, "stock.read"),
                NavigationEntry.of(Face.WORKSPACE, 50, "work.nav.stock", VaadinIcon.STORAGE, WORK, "stock.read"));
    }
}
