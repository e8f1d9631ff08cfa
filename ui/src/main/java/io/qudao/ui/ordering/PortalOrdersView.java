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

/** The orders placed by the caller's partner. */
@Route(value = OrderingNavigation.ORDERS, layout = PortalLayout.class)
@PermitAll
class PortalOrdersView extends PortalPage implements BeforeEnterObserver {
    private final transient Orders orders;

    PortalOrdersView(Orders orders) {
        super("portal.orders", "orders-page");
        this.orders = orders;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var status = event.getLocation()
                .getQueryParameters()
                .getSingleParameter("status")
                .orElse("");
        getContent().removeAll();
        getContent()
                .add(
                        new PageHeader(title()),
                        new OrderList(orders, Side.BUY, OrderingNavigation.ORDERS, StatusFilter.named(status)));
    }
}
