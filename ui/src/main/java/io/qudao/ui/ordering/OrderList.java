package io.qudao.ui.ordering;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import io.qudao.ordering.OrderQuery.Side;
import io.qudao.ordering.OrderSummary;
import io.qudao.ordering.Orders;
import io.qudao.ui.component.Box;
import io.qudao.ui.component.EmptyState;
import io.qudao.ui.component.MomentText;
import io.qudao.ui.component.MoneyText;
import io.qudao.ui.component.Named;
import io.qudao.ui.component.Texts;
import org.jspecify.annotations.Nullable;

/** Orders of one side as cards, newest first, with chips to filter them. */
final class OrderList extends Composite<Div> {
    private final transient Orders orders;
    private final Side side;
    private final String path;
    private final StatusFilter filter;
    private final Box cards = Named.as("orders", new Box("q-stack orders"));
    private final Box more = new Box("more");

    OrderList(Orders orders, Side side, String path, StatusFilter filter) {
        this.orders = orders;
        this.side = side;
        this.path = path;
        this.filter = filter;
        getContent().add(chips(), cards, more);
        load(null);
    }

    private Component chips() {
        var chips = new Box("q-chips");
        for (var each : StatusFilter.values()) {
            if (each == StatusFilter.DRAFT && side == Side.SELL) {
                continue;
            }
            var href = "/" + path + (each == StatusFilter.ALL ? "" : "?status=" + each);
            var chip = new Anchor(href, each.text());
            chip.addClassName("q-chip");
            if (each == filter) {
                chip.getElement().setAttribute("aria-current", "true");
            }
            chips.add(Named.as("filter-" + each, chip));
        }
        return chips;
    }

    private void load(@Nullable String cursor) {
        var page = orders.list(filter.query(side, cursor));
        page.items().forEach(order -> cards.add(card(order)));
        more.removeAll();
        var next = page.next();
        if (next != null) {
            more.add(Named.as("load-more", new Button(Texts.of("list.more"), click -> load(next))));
        } else if (cards.getComponentCount() == 0) {
            var prefix = side == Side.BUY ? "orders.none" : "business.none";
            more.add(new EmptyState(VaadinIcon.CLIPBOARD_TEXT, Texts.of(prefix), Texts.of(prefix + ".text")));
        }
    }

    private Component card(OrderSummary order) {
        var number = new Span(order.number());
        number.addClassName("q-strong");
        var other = new Span(
                (side == Side.BUY ? order.parties().seller() : order.parties().buyer()).name());
        other.addClassNames("q-ellipsis", "q-grow");
        var lines = new Span(Texts.of("orders.lines", order.totals().lines()));
        var total = new MoneyText(order.totals().total());
        total.addClassName("q-strong");
        var card = new Anchor(
                "/" + OrderingNavigation.order(order.id()),
                new Box("q-row between", number, OrderBadge.of(order)),
                new Box("q-row between", other, total),
                new Box("q-row between q-muted q-small", lines, new MomentText(order.createdAt())));
        card.addClassNames("q-card", "q-stack", "order-card");
        card.getElement().setAttribute("data-number", order.number());
        return Named.as("order", card);
    }
}
