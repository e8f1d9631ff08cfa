package io.qudao.ui.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.ClickEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import io.qudao.ordering.Order;
import io.qudao.ordering.Orders;
import io.qudao.ordering.Submission;
import io.qudao.tenancy.Caller;
import io.qudao.tenancy.TenantScope;
import io.qudao.ui.PageTest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The buttons of an order's page in the portal, those of other features among them. */
class OrderButtonsIntegrationTests extends PageTest {
    @Test
    void offersEachSideItsOwnSteps() {
        var buyer = trade.member(trade.outlet);
        var seller = trade.member(trade.distributor);
        var order = order();
        assertThat(buttons(order, buyer)).containsExactly("order-reorder", "order-cancel");
        assertThat(buttons(order, seller)).containsExactly("order-cancel", "order-reject", "order-approve");
        var approved = TenantScope.call(seller, () -> orders().approve(order.id(), null));
        assertThat(buttons(approved, buyer)).containsExactly("order-reorder");
        assertThat(buttons(approved, seller)).containsExactly("order-cancel", "order-ship");
    }

    @Test
    void bringsTheGoodsOfAnOrderIntoTheCartAgain() {
        var buyer = member(trade.outlet, "dealer", Locale.SIMPLIFIED_CHINESE);
        open(buyer, OrderingNavigation.order(order().id()));
        TenantScope.run(buyer, () -> {
            Component reorder = named("order-reorder").orElseThrow();
            ComponentUtil.fireEvent(reorder, new ClickEvent<>(reorder));
            roundTrip();
        });
        assertThat(named("cart-total").orElseThrow().getElement().getTextRecursively())
                .isEqualTo("¥144.00");
    }

    @Test
    void saysInTheWorkspaceThatThereIsNoStockForAHeldOrder() {
        var seller = member(trade.distributor, "dealer", Locale.SIMPLIFIED_CHINESE);
        trade.limit(trade.distributor, trade.outlet, "100.00");
        var held = ((Submission.CreditHeld) trade.submit(1, "case")).order();
        trade.limit(trade.distributor, trade.outlet, "9999.00");
        trade.submit(8, "case");
        open(seller, OrderingNavigation.workOrder(held.id()));
        TenantScope.run(seller, () -> {
            Component retry = named("order-retry").orElseThrow();
            ComponentUtil.fireEvent(retry, new ClickEvent<>(retry));
            roundTrip();
        });
        assertThat(named("notice-done")).isEmpty();
        assertThat(words()).contains("库存不足，未下单");
    }

    private Order order() {
        return ((Submission.Accepted) trade.submit(1, "case")).order();
    }

    private List<String> buttons(Order order, Caller caller) {
        var buttons = context.getBean(OrderButtons.class);
        return TenantScope.call(
                caller,
                () -> Arrays.stream(buttons.of(orders().get(order.id()), () -> {}))
                        .map(button -> button.getElement().getAttribute("data-test"))
                        .toList());
    }

    private Orders orders() {
        return context.getBean(Orders.class);
    }
}
