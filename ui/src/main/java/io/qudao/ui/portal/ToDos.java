package io.qudao.ui.portal;

import io.qudao.fulfillment.ShipmentStatus;
import io.qudao.fulfillment.Shipments;
import io.qudao.ordering.OrderQuery;
import io.qudao.ordering.OrderQuery.Side;
import io.qudao.ordering.OrderStatus;
import io.qudao.ordering.Orders;
import io.qudao.tenancy.Caller;
import io.qudao.tenancy.TenantScope;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What waits for the caller's partner. */
@Component
class ToDos {
    private static final int MOST = 99;

    private final Orders orders;
    private final Shipments shipments;

    ToDos(Orders orders, Shipments shipments) {
        this.orders = orders;
        this.shipments = shipments;
    }

    /** Those with something to do, the most pressing first. */
    List<ToDo> open() {
        var caller = TenantScope.caller();
        var open = new ArrayList<ToDo>();
        if (caller.partner() == null || !caller.may("order.read")) {
            return open;
        }
        sell(caller, open);
        if (caller.may("order.receive")) {
            int arriving = shipments
                    .list(Side.BUY, ShipmentStatus.SHIPPED, null, MOST)
                    .items()
                    .size();
            open.add(new ToDo("to_do.receive", arriving, PortalNavigation.RECEIPTS));
        }
        var held = new OrderQuery(Side.BUY, Set.of(), true, null, null, MOST);
        open.add(new ToDo("to_do.held", orders.list(held).items().size(), PortalNavigation.ORDERS + "?status=HELD"));
        open.removeIf(toDo -> toDo.count() == 0);
        return open;
    }

    private void sell(Caller caller, List<ToDo> open) {
        if (!caller.may("order.approve") && !caller.may("order.ship")) {
            return;
        }
        var counts = orders.counts(Side.SELL);
        if (caller.may("order.approve")) {
            open.add(new ToDo("to_do.approve", count(counts.get(OrderStatus.SUBMITTED)), "business?status=SUBMITTED"));
        }
        if (caller.may("order.ship")) {
            int ready = count(counts.get(OrderStatus.APPROVED)) + count(counts.get(OrderStatus.PARTLY_SHIPPED));
            open.add(new ToDo("to_do.ship", ready, "business?status=APPROVED"));
        }
    }

    private static int count(@Nullable Long found) {
        return found == null ? 0 : Math.toIntExact(Math.min(MOST, found));
    }

    /**
     * @param text message key
     */
    record ToDo(String text, int count, String path) {}
}
