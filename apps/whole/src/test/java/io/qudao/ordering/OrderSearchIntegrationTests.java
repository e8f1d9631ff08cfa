package io.qudao.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import io.qudao.kernel.Ids;
import io.qudao.kernel.Quantity;
import io.qudao.ordering.Orders.PlaceOptions;
import io.qudao.partner.Partner;
import io.qudao.partner.PartnerDraft;
import io.qudao.partner.PartnerRole;
import io.qudao.partner.Partners;
import io.qudao.tenancy.Caller;
import io.qudao.tenancy.TenantScope;
import io.qudao.testing.EngineTestApplication;
import io.qudao.testing.StatementCounter;
import io.qudao.testing.TestStack;
import io.qudao.testing.TradeFixture;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.ContextConfiguration;

@SpringBootTest(classes = EngineTestApplication.class)
@ContextConfiguration(initializers = TestStack.class)
class OrderSearchIntegrationTests {
    @Autowired
    private ApplicationContext context;

    /** The buyers are looked for within the statement; no list of them travels to the node and back. */
    @Test
    void asksOnceForOrdersWhateverTheirBuyersAreCalled() throws Exception {
        var trade = TradeFixture.in(context);
        trade.submit(1, "each");
        var named = new OrderQuery(OrderQuery.Side.SELL, Set.of(), " 伙伴 ", null, 10);
        var orders = trade.bean(Orders.class);
        var statements = TenantScope.call(desk(trade), () -> StatementCounter.textsDuring(() -> orders.list(named)));
        assertThat(statements)
                .filteredOn(sql -> sql.contains("lower(concat_ws(' ', p.code"))
                .singleElement()
                .asString()
                .contains("from apps.sales_order");
        assertThat(TenantScope.call(desk(trade), () -> orders.list(named)).items())
                .hasSize(1);
    }

    @Test
    void findsTheOrderOfOneOfManyBuyersOfAName() {
        var trade = TradeFixture.in(context);
        Partner last = trade.outlet;
        for (int number = 100; number <= 200; number++) {
            last = shop(trade, number);
        }
        var line = new OrderDraft.Line(trade.cola.id(), new Quantity(1, "each"));
        var draft = OrderDraft.of(trade.distributor.id(), last.id(), List.of(line));
        var options = new PlaceOptions(Ids.next().toString(), true, null);
        trade.as(last, () -> trade.bean(Orders.class).place(draft, options));
        trade.submit(1, "each");
        var query = new OrderQuery(OrderQuery.Side.SELL, Set.of(), "harbour", null, 10);
        var found = TenantScope.call(desk(trade), () -> trade.bean(Orders.class).list(query));
        assertThat(found.items())
                .extracting(order -> order.parties().buyer().id())
                .containsExactly(last.id());
    }

    private static Caller desk(TradeFixture trade) {
        return new Caller(
                trade.tenant,
                Ids.next(),
                "Desk",
                trade.distributor.id().value(),
                Set.of("order.read", "partner.read"),
                trade.tenant.locale());
    }

    private static Partner shop(TradeFixture trade, int number) {
        var draft = PartnerDraft.of("H" + number, "Harbour " + number, PartnerRole.OUTLET, trade.distributor.id());
        return trade.asPlatform(() -> trade.bean(Partners.class).create(draft));
    }
}
