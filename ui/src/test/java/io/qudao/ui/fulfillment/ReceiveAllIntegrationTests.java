package io.qudao.ui.fulfillment;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.ClickEvent;
import com.vaadin.flow.component.ComponentUtil;
import io.qudao.fulfillment.Shipments;
import io.qudao.fulfillment.Shipments.ShipOptions;
import io.qudao.ordering.OrderId;
import io.qudao.ordering.OrderLine;
import io.qudao.ordering.OrderStatus;
import io.qudao.ordering.Orders;
import io.qudao.ordering.Submission;
import io.qudao.tenancy.Caller;
import io.qudao.tenancy.TenantScope;
import io.qudao.ui.PageTest;
import io.qudao.ui.ordering.OrderingNavigation;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReceiveAllIntegrationTests extends PageTest {
    private Caller buyer;
    private OrderId order;

    @BeforeEach
    void submit() {
        buyer = member(trade.outlet, "dealer", Locale.ENGLISH);
        order = ((Submission.Accepted) trade.submit(2, "case")).order().id();
        trade.as(trade.distributor, () -> orders().approve(order, null));
    }

    @Test
    void asksBeforeAllIsReceived() {
        trade.as(trade.distributor, () -> context.getBean(Shipments.class).ship(order, ShipOptions.everything()));
        open(buyer, OrderingNavigation.order(order));
        click("receive-all");
        assertThat(status()).isEqualTo(OrderStatus.SHIPPED);
        assertThat(TenantScope.call(buyer, PageTest::words)).anyMatch(text -> text.contains("cannot be undone"));
        click("confirm-yes");
        assertThat(status()).isEqualTo(OrderStatus.COMPLETED);
    }

    @Test
    void saysWhatIsToBeShippedInTheOrderedUnit() {
        var line = trade.as(trade.distributor, () -> orders().get(order).lines().getFirst());
        long each = line.base() / 2;
        assertThat(TenantScope.call(buyer, () -> ShipDialog.open(line, "each")))
                .isEqualTo("2 cases to ship, which is " + line.base() + " pcs");
        assertThat(TenantScope.call(buyer, () -> ShipDialog.open(shipped(line, each), "each")))
                .isEqualTo("1 case to ship, which is " + each + " pcs");
        assertThat(TenantScope.call(buyer, () -> ShipDialog.open(shipped(line, 1), "each")))
                .isEqualTo((line.base() - 1) + " pcs to ship");
    }

    private static OrderLine shipped(OrderLine line, long count) {
        return new OrderLine(
                line.number(),
                line.sku(),
                line.skuCode(),
                line.skuName(),
                line.ordered(),
                line.base(),
                line.price(),
                line.net(),
                count,
                0,
                line.custom());
    }

    private OrderStatus status() {
        return trade.as(trade.distributor, () -> orders().get(order).status());
    }

    private Orders orders() {
        return context.getBean(Orders.class);
    }

    private void click(String name) {
        TenantScope.run(buyer, () -> {
            var button = named(name).orElseThrow();
            ComponentUtil.fireEvent(button, new ClickEvent<>(button));
            roundTrip();
        });
    }
}
