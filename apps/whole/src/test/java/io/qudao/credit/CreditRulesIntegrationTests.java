package io.qudao.credit;

import static org.assertj.core.api.Assertions.assertThat;

import io.qudao.fulfillment.Shipments;
import io.qudao.fulfillment.Shipments.ShipOptions;
import io.qudao.kernel.Money;
import io.qudao.ordering.Order;
import io.qudao.ordering.Orders;
import io.qudao.ordering.Orders.PlaceOptions;
import io.qudao.ordering.Submission;
import io.qudao.testing.HttpTest;
import io.qudao.testing.TradeFixture;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What an outlet owes its distributor: goods at 12.50. */
@HttpTest
class CreditRulesIntegrationTests {
    @Autowired
    private ApplicationContext context;

    @Autowired
    private Orders orders;

    @Autowired
    private Credit credit;

    private TradeFixture trade;

    @BeforeEach
    void open() {
        trade = TradeFixture.in(context);
    }

    @Test
    void addsUpWhatIsSubmittedApprovedAndShipped() { // C1
        var shipped = submitted(4);
        approve(shipped);
        trade.as(
                trade.distributor, () -> context.getBean(Shipments.class).ship(shipped.id(), ShipOptions.everything()));
        approve(submitted(2));
        submitted(1);
        trade.as(trade.outlet, () -> orders.place(trade.wish(8, "each"), new PlaceOptions("draft", false, null)));
        assertThat(buckets()).isEqualTo(Map.of("SHIPPED", "50.00", "APPROVED", "25.00", "SUBMITTED", "12.50"));
        assertThat(exposure()).isEqualTo(trade.yuan("87.50"));
    }

    @Test
    void movesOnlyWhereOrdersBeginAndEnd() { // C2
        var kept = submitted(4);
        assertThat(exposure()).isEqualTo(trade.yuan("50.00"));
        approve(kept);
        assertThat(exposure()).isEqualTo(trade.yuan("50.00"));
        trade.as(trade.distributor, () -> context.getBean(Shipments.class).ship(kept.id(), ShipOptions.everything()));
        assertThat(exposure()).isEqualTo(trade.yuan("50.00"));
        var rejected = submitted(2);
        assertThat(exposure()).isEqualTo(trade.yuan("75.00"));
        trade.as(trade.distributor, () -> orders.reject(rejected.id(), "no"));
        assertThat(exposure()).isEqualTo(trade.yuan("50.00"));
    }

    @Test
    void stopsWhatTogetherPassesTheLimit() { // C3
        trade.limit(trade.distributor, trade.outlet, "125.00");
        approve(submitted(6));
        submitted(3);
        assertThat(exposure()).isEqualTo(trade.yuan("112.50"));
        assertThat(trade.submit(2, "each")).isInstanceOf(Submission.CreditHeld.class);
        assertThat(exposure()).isEqualTo(trade.yuan("112.50"));
        submitted(1);
        assertThat(exposure()).isEqualTo(trade.yuan("125.00"));
    }

    private Order submitted(long quantity) {
        var submission = trade.submit(quantity, "each");
        assertThat(submission).isInstanceOf(Submission.Accepted.class);
        return ((Submission.Accepted) submission).order();
    }

    private void approve(Order order) {
        trade.as(trade.distributor, () -> orders.approve(order.id(), null));
    }

    private Money exposure() {
        var account = trade.account(trade.distributor, trade.outlet);
        return trade.as(trade.outlet, () -> credit.standing(account)).exposure();
    }

    private Map<String, String> buckets() {
        var account = trade.account(trade.distributor, trade.outlet);
        return trade.asPlatform(() -> trade.transaction(() -> {
            var sums = new TreeMap<String, String>();
            context.getBean(JdbcClient.class)
                    .sql(
                            "select bucket, sum(amount) as amount from apps.credit_entry where tenant_id = ? and account_id = ? group by bucket having sum(amount) <> 0")
                    .params(trade.tenant.id().value(), account.value())
                    .query(row -> {
                        BigDecimal amount = row.getBigDecimal("amount").setScale(2);
                        sums.put(row.getString("bucket"), amount.toPlainString());
                    });
            return sums;
        }));
    }
}
