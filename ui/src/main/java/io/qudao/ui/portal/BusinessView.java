package io.qudao.ui.portal;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.Route;
import io.qudao.ordering.OrderQuery.Side;
import io.qudao.ordering.Orders;
import io.qudao.tenancy.TenantScope;
import io.qudao.ui.component.PageHeader;
import io.qudao.ui.component.SectionTabs;
import io.qudao.ui.component.Texts;
import jakarta.annotation.security.PermitAll;

/** My business: what others order from the caller's partner, and who they are. */
@Route(value = PortalNavigation.BUSINESS, layout = PortalLayout.class)
@PermitAll
class BusinessView extends Page implements BeforeEnterObserver {
    private static final String CUSTOMERS = "customers";

    private final transient Orders orders;
    private final transient Customers customers;

    BusinessView(Orders orders, Customers customers) {
        super("portal.business", "business");
        this.orders = orders;
        this.customers = customers;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var shown = parameter(event.getLocation(), "show");
        getContent().removeAll();
        getContent().add(new PageHeader(title()), tabs(shown));
        if (shown.equals(CUSTOMERS)) {
            getContent().add(customers.list());
        } else {
            var filter = StatusFilter.named(parameter(event.getLocation(), "status"));
            getContent().add(new OrderList(orders, Side.SELL, PortalNavigation.BUSINESS, filter));
        }
    }

    private static String parameter(Location location, String name) {
        return location.getQueryParameters().getSingleParameter(name).orElse("");
    }

    private static Component tabs(String shown) {
        var orders = "/" + PortalNavigation.BUSINESS;
        boolean customers = shown.equals(CUSTOMERS);
        var tabs = new SectionTabs(Texts.of("portal.business"))
                .with("business-orders", Texts.of("business.orders"), orders, !customers)
                .with("business-customers", Texts.of("business.customers"), orders + "?show=" + CUSTOMERS, customers);
        return TenantScope.caller().may("stock.read")
                ? tabs.with("portal-stock", Texts.of("portal.stock"), "/" + PortalNavigation.STOCK, false)
                : tabs;
    }
}
