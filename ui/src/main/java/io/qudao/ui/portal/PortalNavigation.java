package io.qudao.ui.portal;

import com.vaadin.flow.component.icon.VaadinIcon;
import io.qudao.ordering.OrderId;
import io.qudao.ui.shell.Face;
import io.qudao.ui.shell.NavigationEntries;
import io.qudao.ui.shell.NavigationEntry;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Addresses of the portal's pages, for links from anywhere. */
@Component
public class PortalNavigation implements NavigationEntries {
    public static final String CATALOGUE = "catalogue";
    public static final String CART = "cart";
    public static final String ORDERS = "orders";
    public static final String RECEIPTS = "receipts";
    public static final String STOCK = "stock";
    public static final String BUSINESS = "business";
    public static final String ME = "me";

    /** The page of one order, for its buyer and its seller. */
    public static String order(OrderId order) {
        return ORDERS + "/" + order.value();
    }

    static String search(String text) {
        return CATALOGUE + "?q=" + URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public List<NavigationEntry> entries() {
        return List.of(
                entry(10, "portal.home", VaadinIcon.HOME_O, ""),
                entry(20, "portal.catalogue", VaadinIcon.GRID_BIG_O, CATALOGUE, "order.create"),
                entry(30, "portal.cart", VaadinIcon.CART_O, CART, "order.create"),
                entry(40, "portal.orders", VaadinIcon.CLIPBOARD_TEXT, ORDERS, "order.read"),
                entry(50, "portal.receipts", VaadinIcon.TRUCK, RECEIPTS, "order.receive"),
                entry(60, "portal.stock", VaadinIcon.STORAGE, STOCK, "stock.read"),
                entry(70, "portal.business", VaadinIcon.SHOP, BUSINESS, "order.approve", "order.ship"),
                entry(80, "portal.me", VaadinIcon.USER, ME));
    }

    private static NavigationEntry entry(int order, String text, VaadinIcon icon, String path, String... permissions) {
        return new NavigationEntry(Face.PORTAL, order, text, icon, path, Set.of(permissions));
    }
}
