package io.qudao.ui.fulfillment;

import com.vaadin.flow.component.icon.VaadinIcon;
import io.qudao.ui.shell.Face;
import io.qudao.ui.shell.NavigationEntries;
import io.qudao.ui.shell.NavigationEntry;
import java.util.List;
import org.springframework.stereotype.Component;

/** URLs of shipments. */
@Component
public class FulfillmentNavigation implements NavigationEntries {
    static final String RECEIPTS = "receipts";

    @Override
    public List<NavigationEntry> entries() {
        return List.of(
                NavigationEntry.of(Face.PORTAL, 50, "portal.receipts", VaadinIcon.TRUCK, RECEIPTS, "order.receive"));
    }
}
