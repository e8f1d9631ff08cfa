package io.qudao.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import io.qudao.ordering.OrderQuery.Side;
import io.qudao.testing.HttpTest;
import io.qudao.testing.TradeFixture;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
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
    void isTheStatusOfItsRecord() {
        assertThat(trade.admin().get(RECORDS + "/" + held.value()).at("/status"))
                .isEqualTo("HELD");
        assertThat(found("status == 'HELD'")).isEqualTo(1);
        assertThat(found("status == 'SUBMITTED'")).isZero();
    }

    @Test
    void endsWithTheHold() {
        trade.limit(trade.distributor, trade.outlet, "100.00");
        trade.as(trade.distributor, () -> orders.retryHeld(held));
        assertThat(found("status == 'HELD'")).isZero();
        assertThat(found("status == 'SUBMITTED'")).isEqualTo(1);
    }

    @Test
    void isNotAmongTheOrdersToReview() {
        var review = OrderQuery.of(Side.SELL, OrderStatus.SUBMITTED);
        var holds = new OrderQuery(Side.SELL, Set.of(), true, null, null, 10);
        assertThat(listed(review)).isEmpty();
        assertThat(listed(holds)).containsExactly(held);
        assertThat(listed(OrderQuery.of(Side.SELL))).containsExactly(held);
        assertThat(trade.as(trade.distributor, () -> orders.counts(Side.SELL))).isEmpty();
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
