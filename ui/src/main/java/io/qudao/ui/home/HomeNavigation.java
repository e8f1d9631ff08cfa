package io.qudao.ui.home;

import com.vaadin.flow.component.icon.VaadinIcon;
import io.qudao.tenancy.TenantScope;
import io.qudao.ui.shell.Face;
import io.qudao.ui.shell.Faces;
import io.qudao.ui.shell.NavigationEntries;
import io.qudao.ui.shell.NavigationEntry;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** URLs of the start pages. */
@Component
public class HomeNavigation implements NavigationEntries {
    static final String HOME = "";
    static final String ME = "me";
    static final String WORK = "work";

    @Override
    public List<NavigationEntry> entries() {
        return List.of(
                NavigationEntry.of(Face.PORTAL, 10, "portal.home", VaadinIcon.HOME_O, HOME)
                        .asTab(),
                NavigationEntry.of(Face.PORTAL, 80, "portal.me", VaadinIcon.USER, ME)
                        .asTab(),
                NavigationEntry.of(
                        Face.WORKSPACE,
                        0,
                        "work.nav.home",
                        VaadinIcon.DASHBOARD,
                        WORK,
                        "order.read",
                        "partner.read",
                        "stock.read"));
    }

    /** Returns the portal pages of other features that the caller can see. */
    static List<NavigationEntry> elsewhere(Faces faces) {
        return faces.entries(Face.PORTAL, TenantScope.caller()).stream()
                .filter(entry -> !Set.of(HOME, ME).contains(entry.path()))
                .toList();
    }
}
