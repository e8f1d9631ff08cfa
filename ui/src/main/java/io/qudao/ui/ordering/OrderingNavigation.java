package io.qudao.ui.ordering;

import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.NotFoundException;
import io.qudao.ordering.OrderId;
import io.qudao.partner.PartnerId;
import io.qudao.partner.TradingAccounts;
import io.qudao.tenancy.Caller;
import io.qudao.tenancy.TenantScope;
import io.qudao.ui.component.SectionTabs;
import io.qudao.ui.component.Texts;
import io.qudao.ui.credit.CreditNavigation;
import io.qudao.ui.inventory.InventoryNavigation;
import io.qudao.ui.shell.Face;
import io.qudao.ui.shell.NavigationEntries;
import io.qudao.ui.shell.NavigationEntry;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** URLs of orders, for links from other features. */
@Component
public class OrderingNavigation implements NavigationEntries {
    static final String ORDERS = "orders";
    static final String BUSINESS = "business";
    static final String WORK = "work/orders";

    private final TradingAccounts accounts;

    OrderingNavigation(TradingAccounts accounts) {
        this.accounts = accounts;
    }

    /** Returns the URL of an order for its buyer and its seller. */
    public static String order(OrderId order) {
        return ORDERS + "/" + order.value();
    }

    /** Returns the URL of an order at the order desk. */
    public static String workOrder(OrderId order) {
        return WORK + "/" + order.value();
    }

    /** Returns the order that a URL names; there is no page for anything else. */
    static OrderId id(String text) {
        try {
            return new OrderId(UUID.fromString(text));
        } catch (IllegalArgumentException notAnId) {
            throw new NotFoundException(text);
        }
    }

    /**
     * Returns the tabs of a partner's own business.
     *
     * @param current URL of the current tab
     */
    public static SectionTabs businessTabs(String current) {
        var tabs = new SectionTabs(Texts.of("portal.business"))
                .with("business-orders", Texts.of("business.orders"), "/" + BUSINESS, current.equals(BUSINESS))
                .with(
                        "business-customers",
                        Texts.of("business.customers"),
                        "/" + CreditNavigation.CUSTOMERS,
                        current.equals(CreditNavigation.CUSTOMERS));
        return TenantScope.caller().may("stock.read")
                ? tabs.with("portal-stock", Texts.of("portal.stock"), "/" + InventoryNavigation.STOCK, false)
                : tabs;
    }

    @Override
    public List<NavigationEntry> entries() {
        return List.of(
                NavigationEntry.of(Face.PORTAL, 40, "portal.orders", VaadinIcon.CLIPBOARD_TEXT, ORDERS, "order.read")
                        .asTab(),
                NavigationEntry.of(
                        Face.PORTAL, 70, "portal.business", VaadinIcon.SHOP, BUSINESS, "order.approve", "order.ship"),
                NavigationEntry.of(
                        Face.WORKSPACE, 10, "work.nav.orders", VaadinIcon.CLIPBOARD_TEXT, WORK, "order.read"));
    }

    /** Shows the tabs of the own business only to partners that sell to somebody. */
    @Override
    public boolean shows(NavigationEntry entry, Caller caller) {
        return entry.isFor(caller) && (!entry.path().equals(BUSINESS) || sells(caller));
    }

    private boolean sells(Caller caller) {
        var own = caller.partner();
        return own != null
                && !accounts.ofSeller(new PartnerId(own), null, 1).items().isEmpty();
    }
}
