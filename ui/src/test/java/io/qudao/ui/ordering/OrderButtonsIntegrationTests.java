package io.qudao.ui.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import io.qudao.kernel.Ids;
import io.qudao.kernel.Quantity;
import io.qudao.ordering.Order;
import io.qudao.ordering.OrderDraft;
import io.qudao.ordering.OrderReferences;
import io.qudao.ordering.Orders;
import io.qudao.ordering.Orders.PlaceOptions;
import io.qudao.ordering.Submission;
import io.qudao.tenancy.Caller;
import io.qudao.tenancy.TenantScope;
import io.qudao.testing.TradeFixture;
import io.qudao.ui.NodeTest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** The buttons of an order's page in the portal, those of other features among them. */
@NodeTest
class OrderButtonsIntegrationTests {
    @Autowired
    private ApplicationContext context;

    private TradeFixture trade;
    private Caller buyer;
    private Caller seller;

    @BeforeEach
    void trade() {
        trade = TradeFixture.in(context);
        buyer = trade.member(trade.outlet);
        seller = trade.member(trade.distributor);
    }

    @Test
    void offersEachSideItsOwnSteps() {
        var order = place();
        assertThat(buttons(order, buyer)).containsExactly("order-reorder", "order-cancel");
        assertThat(buttons(order, seller)).containsExactly("order-reject", "order-approve");
        var approved = TenantScope.call(seller, () -> orders().approve(order.id(), null));
        assertThat(buttons(approved, buyer)).containsExactly("order-reorder");
        assertThat(buttons(approved, seller)).containsExactly("order-cancel", "order-ship");
    }

    private Order place() {
        var lines = List.of(new OrderDraft.Line(trade.cola.id(), new Quantity(1, "each")));
        var draft = new OrderDraft(
                trade.distributor.id(),
                trade.outlet.id(),
                trade.yuan("1").currency(),
                lines,
                null,
                OrderReferences.NONE,
                Map.of());
        return TenantScope.call(
                buyer,
                () -> ((Submission.Accepted) orders().place(
                                        draft, new PlaceOptions(Ids.next().toString(), true, null)))
                        .order());
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
