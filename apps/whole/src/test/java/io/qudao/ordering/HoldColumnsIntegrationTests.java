package io.qudao.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import io.qudao.testing.HttpTest;
import io.qudao.testing.TradeFixture;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Figures of a credit hold are columns; the build before this one, which may still run, kept them in a text. */
@HttpTest
class HoldColumnsIntegrationTests {
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
    void showsItsHoldsToTheBuildBefore() {
        assertThat(text()).isEqualTo("exposure=0.0000;limit=1.0000;over=24.0000");
        trade.limit(trade.distributor, trade.outlet, "100.00");
        trade.as(trade.distributor, () -> orders.retryHeld(held));
        assertThat(text()).isNull();
    }

    @Test
    void seesTheHoldsOfTheBuildBefore() {
        write("exposure=-5.25;limit=100.00;over=7.5");
        assertThat(kept()).isEqualTo(new CreditHold(trade.yuan("-5.25"), trade.yuan("100.00"), trade.yuan("7.50")));
        write(null);
        assertThat(kept()).isNull();
    }

    @Test
    void endsWithAnOrderThatTheBuildBeforeRejects() {
        trade.asPlatform(() -> trade.transaction(() -> trade.bean(JdbcClient.class)
                .sql(
                        "/* past the one way */ update apps.sales_order set status = 'REJECTED' where tenant_id = :tenant and id = :id")
                .param("tenant", trade.tenant.id().value())
                .param("id", held.value())
                .update()));
        assertThat(kept()).isNull();
        assertThat(text()).isNull();
    }

    private @Nullable CreditHold kept() {
        return trade.as(trade.outlet, () -> orders.get(held)).summary().creditHold();
    }

    private @Nullable String text() {
        return trade.asPlatform(() -> trade.bean(TransactionTemplate.class)
                .execute(status -> trade.bean(JdbcClient.class)
                        .sql("select credit_hold from apps.sales_order where tenant_id = ? and id = ?")
                        .params(trade.tenant.id().value(), held.value())
                        .query((row, number) -> Optional.ofNullable(row.getString(1)))
                        .single()
                        .orElse(null)));
    }

    private void write(@Nullable String hold) {
        trade.asPlatform(() -> trade.transaction(() -> trade.bean(JdbcClient.class)
                .sql(
                        "/* past the one way */ update apps.sales_order set credit_hold = :hold where tenant_id = :tenant and id = :id")
                .param("hold", hold)
                .param("tenant", trade.tenant.id().value())
                .param("id", held.value())
                .update()));
    }
}
