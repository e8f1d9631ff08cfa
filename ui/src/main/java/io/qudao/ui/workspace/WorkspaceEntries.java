package io.qudao.ui.workspace;

import com.vaadin.flow.component.icon.VaadinIcon;
import io.qudao.ui.shell.Face;
import io.qudao.ui.shell.NavigationEntries;
import io.qudao.ui.shell.NavigationEntry;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The pages of the workspace. */
@Component
class WorkspaceEntries implements NavigationEntries {
    @Override
    public List<NavigationEntry> entries() {
        return List.of(
                entry(0, "home", VaadinIcon.DASHBOARD, "work", Set.of("order.read", "partner.read", "stock.read")),
                entry(1, "orders", VaadinIcon.CLIPBOARD_TEXT, WorkspaceNavigation.ORDERS, Set.of("order.read")),
                entry(2, "partners", VaadinIcon.CLUSTER, "work/partners", Set.of("partner.read", "partner.edit")),
                entry(3, "products", VaadinIcon.PACKAGE, "work/products", Set.of("catalog.read", "catalog.edit")),
                entry(4, "prices", VaadinIcon.MONEY, "work/prices", Set.of("price.read", "price.edit")),
                entry(5, "stock", VaadinIcon.STORAGE, "work/stock", Set.of("stock.read")),
                entry(6, "objects", VaadinIcon.CUBES, WorkspaceNavigation.OBJECTS, Set.of("metadata.read")));
    }

    private static NavigationEntry entry(int order, String text, VaadinIcon icon, String path, Set<String> rights) {
        return new NavigationEntry(Face.WORKSPACE, order, "work.nav." + text, icon, path, rights);
    }
}
