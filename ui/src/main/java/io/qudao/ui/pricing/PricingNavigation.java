package io.qudao.ui.pricing;

import com.vaadin.flow.component.icon.VaadinIcon;
import io.qudao.ui.shell.Face;
import io.qudao.ui.shell.NavigationEntries;
import io.qudao.ui.shell.NavigationEntry;
import java.util.List;
import org.springframework.stereotype.Component;

/** URLs of prices. */
@Component
public class PricingNavigation implements NavigationEntries {
    static final String WORK = "work/prices";

    @Override
    public List<NavigationEntry> entries() {
        return List.of(NavigationEntry.of(
                Face.WORKSPACE, 40, "work.nav.prices", VaadinIcon.MONEY, WORK, "price.read", "price.edit"));
    }
}
