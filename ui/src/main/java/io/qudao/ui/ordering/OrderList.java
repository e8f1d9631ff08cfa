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
import io.qudao.ui.component.Named;
import io.qudao.ui.component.Texts;
import io.qudao.ui.component.record.Visible;
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
        this.filter = filter.isOffered() ? filter : StatusFilter.ALL;
        getContent().add(chips(), cards, more);
        load(null);
    }

    private Component chips() {
        var chips = new Box("q-chips");
        chips.setVisible(Visible.is(OrderTexts.STATUS));
        for (var each : StatusFilter.values()) {
            if ((each == StatusFilter.DRAFT && side == Side.SELL) || !each.isOffered()) {
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
        var number = new Span(OrderTexts.number(order));
        number.addClassName("q-strong");
        var other = new Span(side == Side.BUY ? OrderTexts.seller(order) : OrderTexts.buyer(order));
        other.addClassNames("q-ellipsis", "q-grow");
        var lines =
                new Span(Visible.text(Texts.of("orders.lines", order.totals().lines()), "order.line_count"));
        var head = new Box("q-row between", number);
        OrderTexts.state(order).ifPresent(head::add);
        var middle = new Box("q-row between", other);
        OrderTexts.total(order).ifPresent(total -> {
            total.addClassName("q-strong");
            middle.add(total);
        });
        var card = new Anchor(
                "/" + OrderingNavigation.order(order.id()),
                head,
                middle,
                new Box("q-row between q-muted q-small", lines, new MomentText(order.createdAt())));
        card.addClassNames("q-card", "q-stack", "order-card");
        card.getElement().setAttribute("data-number", OrderTexts.number(order));
        return Named.as("order", card);
    }
}
