package io.qudao.ui.ordering;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import io.qudao.ordering.OrderQuery.Side;
import io.qudao.ordering.Orders;
import io.qudao.ui.component.PageHeader;
import io.qudao.ui.shell.PortalLayout;
import io.qudao.ui.shell.PortalPage;
import jakarta.annotation.security.PermitAll;

/** The orders that others place with the caller's partner. */
@Route(value = OrderingNavigation.BUSINESS, layout = PortalLayout.class)
@PermitAll
class PortalSalesView extends PortalPage implements BeforeEnterObserver {
    private final transient Orders orders;

    PortalSalesView(Orders orders) {
        super("portal.business", "business");
        this.orders = orders;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var status = event.getLocation().getQueryParameters().getSingleParameter("status");
        var filter = StatusFilter.named(status.orElse(""));
        getContent().removeAll();
        getContent()
                .add(
                        new PageHeader(title()),
                        OrderingNavigation.businessTabs(OrderingNavigation.BUSINESS),
                        new OrderList(orders, Side.SELL, OrderingNavigation.BUSINESS, filter));
    }
}
