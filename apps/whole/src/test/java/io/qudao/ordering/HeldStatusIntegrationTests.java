package io.qudao.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import io.qudao.ordering.OrderQuery.Side;
import io.qudao.testing.HttpTest;
import io.qudao.testing.TradeFixture;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** An order on credit hold has one status, whoever asks: it is held, and does not wait for its review. */
@HttpTest
class HeldStatusIntegrationTests {
    private static final String RECORDS = "/api/v1/records/order";

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Orders orders;

    private TradeFixture trade;
    private OrderId held;

    @BeforeEach
    void hold() {
        trade = TradeFixture.in(context);
        trade.limit(trade.distributor, trade.outlet, "1.00");
        held = ((Submission.CreditHeld) trade.submit(2, "each")).order().id();
    }

    @Test
    void isTheStateEverywhere() {
        assertState(OrderState.HELD);
    }

    @Test
    void endsWhenItIsTriedAgain() {
        trade.limit(trade.distributor, trade.outlet, "100.00");
        trade.as(trade.distributor, () -> orders.retryHeld(held));
        assertState(OrderState.SUBMITTED);
    }

    @Test
    void endsWithARejection() {
        trade.as(trade.distributor, () -> orders.reject(held, "credit"));
        assertState(OrderState.REJECTED);
    }

    @Test
    void endsWithACancellation() {
        trade.as(trade.outlet, () -> orders.cancel(held, "too dear"));
        assertState(OrderState.CANCELLED);
    }

    /** Body, list, filters, counts, sums, records and their filters agree on the state of the only order. */
    private void assertState(OrderState state) {
        assertThat(trade.admin().get(RECORDS + "/" + held.value()).at("/status"))
                .isEqualTo(state.name());
        var seller = trade.client(trade.distributor, "dealer");
        assertThat(seller.get("/api/v1/orders/" + held.value()).at("/order/status"))
                .isEqualTo(state.name());
        assertThat(seller.get("/api/v1/orders").at("/items/0/status")).isEqualTo(state.name());
        assertThat(seller.get("/api/v1/reports/reconciliation")
                        .json()
                        .path("byStatus")
                        .toString())
                .isEqualTo("{\"" + state + "\":1}");
        assertThat(trade.as(trade.distributor, () -> orders.counts(Side.SELL))).isEqualTo(Map.of(state, 1L));
        for (OrderState each : OrderState.values()) {
            assertThat(listed(OrderQuery.of(Side.SELL, each)))
                    .as(each.name())
                    .isEqualTo(each == state ? List.of(held) : List.of());
            assertThat(seller.get("/api/v1/orders?status=" + each)
                            .json()
                            .path("items")
                            .size())
                    .as(each.name())
                    .isEqualTo(each == state ? 1 : 0);
            assertThat(found("status == '" + each + "'")).as(each.name()).isEqualTo(each == state ? 1 : 0);
        }
    }

    private List<OrderId> listed(OrderQuery query) {
        return trade.as(
                trade.distributor,
                () -> orders.list(query).items().stream().map(OrderSummary::id).toList());
    }

    private int found(String condition) {
        var filter = URLEncoder.encode(condition, StandardCharsets.UTF_8);
        return trade.admin()
                .get(RECORDS + "?filter=" + filter)
                .json()
                .path("items")
                .size();
    }
}
