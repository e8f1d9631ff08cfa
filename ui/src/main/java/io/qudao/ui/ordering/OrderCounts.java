package io.qudao.ui.ordering;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import io.qudao.ordering.OrderQuery;
import io.qudao.ordering.OrderState;
import io.qudao.ordering.Orders;
import io.qudao.tenancy.Caller;
import io.qudao.ui.component.Box;
import io.qudao.ui.component.Named;
import io.qudao.ui.component.QuantityText;
import io.qudao.ui.component.record.Visible;
import io.qudao.ui.shell.Face;
import io.qudao.ui.shell.HomeSection;
import java.util.List;

/** Shows how many orders wait for each step. */
@org.springframework.stereotype.Component
class OrderCounts implements HomeSection {
    private static final List<OrderState> OPEN =
            List.of(OrderState.SUBMITTED, OrderState.APPROVED, OrderState.PARTLY_SHIPPED, OrderState.SHIPPED);

    private final Orders orders;

    OrderCounts(Orders orders) {
        this.orders = orders;
    }

    @Override
    public Face face() {
        return Face.WORKSPACE;
    }

    @Override
    public List<Component> of(Caller caller) {
        if (!caller.may("order.read") || !Visible.is(OrderTexts.STATUS)) {
            return List.of();
        }
        var counts = orders.counts(OrderQuery.Side.SELL);
        var cards = new Box("work-cards");
        OPEN.forEach(state -> cards.add(card(state, counts.getOrDefault(state, 0L))));
        return List.of(cards);
    }

    private static Anchor card(OrderState state, long count) {
        var number = new Span(QuantityText.number(count));
        number.addClassName("work-number");
        var card = new Anchor("/" + OrderingNavigation.WORK + "?status=" + state, OrderBadge.of(state), number);
        card.addClassName("q-card");
        return Named.as("count-" + state, card);
    }
}
