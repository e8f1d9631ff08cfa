package io.qudao.ui.shop;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.Location;
import io.qudao.cart.Carts;
import io.qudao.partner.AccountId;
import io.qudao.ui.shell.Face;
import io.qudao.ui.shell.NavigationEntries;
import io.qudao.ui.shell.NavigationEntry;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** URLs of catalogue and cart, for links from other features. */
@org.springframework.stereotype.Component
public class ShopNavigation implements NavigationEntries {
    static final String CATALOGUE = "catalogue";
    static final String CART = "cart";
    /** Query parameter with the account whose cart is shown. */
    static final String ACCOUNT = "account";

    private final Carts carts;
    private final Suppliers suppliers;

    ShopNavigation(Carts carts, Suppliers suppliers) {
        this.carts = carts;
        this.suppliers = suppliers;
    }

    /** Returns the URL of the cart of an account, whichever was shown last. */
    public static String cart(AccountId account) {
        return CART + "?" + ACCOUNT + "=" + account.value();
    }

    static String search(String text) {
        return text.isEmpty() ? CATALOGUE : CATALOGUE + "?q=" + URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Returns the words a page was searched for; empty for any other page. */
    static String searched(Location location) {
        return location.getPath().equals(CATALOGUE)
                ? location.getQueryParameters().getSingleParameter("q").orElse("")
                : "";
    }

    @Override
    public List<NavigationEntry> entries() {
        return List.of(
                entry(20, "portal.catalogue", VaadinIcon.GRID_BIG_O, CATALOGUE),
                entry(30, "portal.cart", VaadinIcon.CART_O, CART));
    }

    @Override
    public Optional<Component> badge(NavigationEntry entry) {
        return entry.path().equals(CART) ? Optional.of(new CartCount(carts, suppliers)) : Optional.empty();
    }

    private static NavigationEntry entry(int order, String text, VaadinIcon icon, String path) {
        return NavigationEntry.of(Face.PORTAL, order, text, icon, path, "order.create")
                .asTab();
    }
}
