package io.qudao.ui.workspace;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.qudao.ordering.OrderQuery;
import io.qudao.ordering.OrderStatus;
import io.qudao.ordering.Orders;
import io.qudao.tenancy.TenantScope;
import io.qudao.ui.component.Box;
import io.qudao.ui.component.Named;
import io.qudao.ui.component.PageHeader;
import io.qudao.ui.component.QuantityText;
import io.qudao.ui.component.StatusBadge;
import io.qudao.ui.component.Texts;
import io.qudao.ui.shell.FrameLayout;
import jakarta.annotation.security.PermitAll;
import java.util.List;

/** The day at a glance: what waits, and where to go. */
@Route(value = "work", layout = FrameLayout.class)
@PermitAll
class WorkHomeView extends Div implements HasDynamicTitle {
    private static final long serialVersionUID = 1;

    WorkHomeView(Orders orders) {
        addClassName("work-page");
        add(new PageHeader(Texts.of("work.home.title", TenantScope.caller().name())));
        if (TenantScope.caller().may("order.read")) {
            var counts = orders.counts(OrderQuery.Side.SELL);
            var cards = new Box("work-cards");
            for (OrderStatus status : List.of(
                    OrderStatus.SUBMITTED, OrderStatus.APPROVED, OrderStatus.PARTLY_SHIPPED, OrderStatus.SHIPPED)) {
                cards.add(card(status, counts.getOrDefault(status, 0L)));
            }
            add(cards);
        }
    }

    @Override
    public String getPageTitle() {
        return Texts.of("work.nav.home");
    }

    private static Anchor card(OrderStatus status, long count) {
        var number = new Span(QuantityText.number(count));
        number.addClassName("work-number");
        var card = new Anchor("/" + WorkspaceNavigation.ORDERS + "?status=" + status, StatusBadge.of(status), number);
        card.addClassName("q-card");
        return Named.as("count-" + status, card);
    }
}
