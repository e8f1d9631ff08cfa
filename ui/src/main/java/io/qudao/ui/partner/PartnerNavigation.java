package io.qudao.ui.partner;

import com.vaadin.flow.component.icon.VaadinIcon;
import io.qudao.ui.component.SearchField;
import io.qudao.ui.shell.Face;
import io.qudao.ui.shell.NavigationEntries;
import io.qudao.ui.shell.NavigationEntry;
import java.util.List;
import org.springframework.stereotype.Component;

/** URLs of partners. */
@Component
public class PartnerNavigation implements NavigationEntries {
    static final String WORK = "work/partners";

    /** Returns the URL of a search for partners. */
    public static String search(String words) {
        return SearchField.address(WORK, words);
    }

    @Override
    public List<NavigationEntry> entries() {
        return List.of(NavigationEntry.of(
                Face.WORKSPACE, 20, "work.nav.partners", VaadinIcon.CLUSTER, WORK, "partner.read", "partner.edit"));
    }
}
