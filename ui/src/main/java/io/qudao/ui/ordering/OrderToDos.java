package io.qudao.ui.ordering;

import io.qudao.ordering.OrderQuery;
import io.qudao.ordering.OrderQuery.Side;
import io.qudao.ordering.OrderState;
import io.qudao.ordering.Orders;
import io.qudao.tenancy.Caller;
import io.qudao.ui.component.record.Visible;
import io.qudao.ui.shell.ToDo;
import io.qudao.ui.shell.ToDos;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Orders to approve or ship, and own orders on credit hold. */
@Component
class OrderToDos implements ToDos {
    private final Orders orders;

    OrderToDos(Orders orders) {
        this.orders = orders;
    }

    @Override
    public List<ToDo> of(Caller caller) {
        if (!caller.may("order.read")) {
            return List.of();
        }
        var found = new ArrayList<ToDo>();
        if (Visible.is(OrderTexts.STATUS) && (caller.may("order.approve") || caller.may("order.ship"))) {
            sell(caller, found);
        }
        if (!StatusFilter.HELD.isOffered()) {
            return found;
        }
        var held = new OrderQuery(Side.BUY, Set.of(OrderState.HELD), null, null, ToDo.MOST);
        int count = orders.list(held).items().size();
        found.add(new ToDo(40, "to_do.held", count, OrderingNavigation.ORDERS + "?status=" + StatusFilter.HELD));
        return found;
    }

    private void sell(Caller caller, List<ToDo> found) {
        var counts = orders.counts(Side.SELL);
        if (caller.may("order.approve")) {
            int waiting = count(counts.get(OrderState.SUBMITTED));
            found.add(new ToDo(10, "to_do.approve", waiting, business(StatusFilter.SUBMITTED)));
        }
        if (caller.may("order.ship")) {
            int ready = count(counts.get(OrderState.APPROVED)) + count(counts.get(OrderState.PARTLY_SHIPPED));
            found.add(new ToDo(20, "to_do.ship", ready, business(StatusFilter.APPROVED)));
        }
    }

    private static String business(StatusFilter filter) {
        return OrderingNavigation.BUSINESS + "?status=" + filter;
    }

    private static int count(@Nullable Long found) {
        return found == null ? 0 : Math.toIntExact(Math.min(ToDo.MOST, found));
    }
}
