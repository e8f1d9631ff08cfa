package io.qudao.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import io.qudao.kernel.CurrencyCode;
import io.qudao.kernel.Ids;
import io.qudao.kernel.Money;
import io.qudao.kernel.Quantity;
import io.qudao.ordering.Orders.PlaceOptions;
import io.qudao.partner.TradingAccounts;
import io.qudao.partner.TradingAccounts.NewAccount;
import io.qudao.partner.TradingAccounts.Terms;
import io.qudao.pricing.PriceLists;
import io.qudao.pricing.PriceScope;
import io.qudao.testing.HttpTest;
import io.qudao.testing.TradeFixture;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** The outlet buys from the distributor in two currencies. */
@HttpTest
class OrderCurrenciesIntegrationTests {
    private static final Money TWO_DOLLARS = Money.of("2.00", CurrencyCode.USD);

    @Autowired
    private ApplicationContext context;

    private TradeFixture trade;

    @BeforeEach
    void tradeInDollars() {
        trade = TradeFixture.in(context);
        var account = new NewAccount(trade.distributor.id(), trade.outlet.id(), CurrencyCode.USD, Terms.NONE);
        trade.asPlatform(() -> trade.bean(TradingAccounts.class).open(account));
        trade.as(trade.distributor, () -> {
            var lists = trade.bean(PriceLists.class);
            var list = lists.create(
                    trade.distributor.id(),
                    new PriceLists.Draft("USD", "Dollars", PriceScope.BASE, null, 1, CurrencyCode.USD, true));
            return lists.put(
                    list.id(),
                    List.of(new PriceLists.EntryDraft(trade.cola.id(), "each", 1, Instant.EPOCH, null, TWO_DOLLARS)));
        });
    }

    @Test
    void sumsEachCurrencyOfItsOwn() { // A2
        trade.submit(1, "each");
        orderInDollars();
        orderInDollars();
        var orders = trade.bean(Orders.class);
        var sums = trade.as(trade.distributor, orders::sums);
        assertThat(sums.amounts()).containsExactly(trade.yuan("12.50"), Money.of("4.00", CurrencyCode.USD));
        assertThat(sums.orders()).isEqualTo(3);
        assertThat(trade.as(trade.distributor, () -> orders.counts(OrderQuery.Side.SELL)))
                .isEqualTo(Map.of(OrderState.SUBMITTED, 3L));
        var report = trade.client(trade.distributor, "dealer")
                .get("/api/v1/reports/reconciliation")
                .json();
        assertThat(report.path("amounts").path(1).path("amount").asString()).isEqualTo("4.00");
        assertThat(report.path("amounts").path(1).path("currency").asString()).isEqualTo("USD");
    }

    @Test
    void showsTheCatalogueInTheCurrencyThatIsAskedFor() {
        var buyer = trade.client(trade.outlet, "dealer");
        var open = buyer.get("/api/v1/catalogue");
        assertThat(open.code()).isEqualTo("ordering.several_accounts");
        assertThat(open.violations()).containsExactly("currency:required");
        var price = buyer.get("/api/v1/catalogue?currency=USD&text=COLA")
                .json()
                .path("items")
                .path(0)
                .path("prices")
                .path(0)
                .path("price");
        assertThat(price.path("currency").asString()).isEqualTo("USD");
        assertThat(price.path("amount").asString()).isEqualTo("2.00");
        assertThat(buyer.get("/api/v1/catalogue?currency=EUR").code()).isEqualTo("ordering.not_trading");
        assertThat(buyer.get("/api/v1/catalogue?currency=dollars").violations()).containsExactly("currency:unknown");
    }

    @Test
    void readsASideAlikeInOrdersAndShipments() {
        var buyer = trade.client(trade.outlet, "dealer");
        for (String list : List.of("orders", "shipments")) {
            assertThat(buyer.get("/api/v1/" + list + "?side=buy").status()).isEqualTo(200);
            assertThat(buyer.get("/api/v1/" + list + "?side=BUY").violations()).containsExactly("side:one_of");
        }
    }

    private void orderInDollars() {
        var draft = new OrderDraft(
                trade.distributor.id(),
                trade.outlet.id(),
                CurrencyCode.USD,
                List.of(new OrderDraft.Line(trade.cola.id(), new Quantity(1, "each"))),
                null,
                OrderReferences.NONE,
                Map.of());
        var options = new PlaceOptions(Ids.next().toString(), true, TWO_DOLLARS);
        assertThat(trade.as(trade.outlet, () -> trade.bean(Orders.class).place(draft, options)))
                .isInstanceOf(Submission.Accepted.class);
    }
}
