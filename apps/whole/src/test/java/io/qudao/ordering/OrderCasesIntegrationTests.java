package io.qudao.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import io.qudao.catalog.Catalog;
import io.qudao.catalog.Products;
import io.qudao.catalog.Products.CategoryDraft;
import io.qudao.catalog.Products.ProductDraft;
import io.qudao.catalog.Products.SkuDraft;
import io.qudao.catalog.Sku;
import io.qudao.catalog.SkuStatus;
import io.qudao.catalog.Unit;
import io.qudao.credit.Credit;
import io.qudao.fulfillment.Shipments;
import io.qudao.inventory.Demand;
import io.qudao.inventory.DocumentRef;
import io.qudao.inventory.MovementKind;
import io.qudao.inventory.Stock;
import io.qudao.inventory.Warehouses;
import io.qudao.kernel.CurrencyCode;
import io.qudao.kernel.Ids;
import io.qudao.kernel.Money;
import io.qudao.kernel.Quantity;
import io.qudao.ordering.Orders.PlaceOptions;
import io.qudao.partner.AccountStatus;
import io.qudao.partner.Partner;
import io.qudao.partner.TradingAccounts;
import io.qudao.partner.TradingAccounts.Terms;
import io.qudao.pricing.PriceLists;
import io.qudao.pricing.PriceLists.EntryDraft;
import io.qudao.pricing.PriceScope;
import io.qudao.testing.HttpTest;
import io.qudao.testing.TradeFixture;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Cases in which other ordering systems were wrong. Water is sold by each, and by case of 24 in stock only. */
@HttpTest
class OrderCasesIntegrationTests {
    @Autowired
    private ApplicationContext context;

    @Autowired
    private Orders orders;

    private TradeFixture trade;
    private Sku water;

    @BeforeEach
    void openWithWater() {
        trade = TradeFixture.in(context);
        water = trade.asPlatform(() -> {
            var products = trade.bean(Products.class);
            var category = products.createCategory(new CategoryDraft("water", "水", null));
            var sku = new SkuDraft("WATER", "水", null, "each", List.of(new Unit("case", 24, 1)), SkuStatus.ON_SHELF);
            products.create(new ProductDraft("WATER", "水", "渠乐", category.id(), List.of(sku)));
            return trade.bean(Catalog.class).byCodes(Set.of("WATER")).get("WATER");
        });
        trade.asPlatform(() -> trade.transaction(() -> {
            var there =
                    trade.bean(Warehouses.class).serving(trade.distributor.id()).id();
            var opening = new DocumentRef("opening", Ids.next());
            trade.bean(Stock.class)
                    .receive(opening, MovementKind.OPENING, there, List.of(new Demand(water.id(), 1_000)));
            return true;
        }));
    }

    @Test
    void pricesEachUnitByItsOwnRows() { // PC-09
        sell("BREAKS", PriceScope.BASE, null, CurrencyCode.CNY, "each 1 5.00", "each 24 4.50");
        assertThat(place(line(water, 1, "case"))).isEqualTo(new Submission.Unpriced(List.of(1)));
        sell("CASES", PriceScope.BASE, null, CurrencyCode.CNY, "case 1 100.00");
        assertThat(quoted(line(water, 24, "each"))).isEqualTo(trade.yuan("108.00"));
        assertThat(quoted(line(water, 1, "case"))).isEqualTo(trade.yuan("100.00"));
        assertThat(quoted(line(water, 23, "each"))).isEqualTo(trade.yuan("115.00"));
        var both = place(line(water, 1, "case"), line(water, 2, "each"));
        assertThat(accepted(both).summary().totals().total()).isEqualTo(trade.yuan("110.00"));
        assertThat(trade.available(trade.distributor, water)).isEqualTo(974);
    }

    @Test
    void pricesByTheBuyerWhoeverEntersTheOrder() { // PC-10
        sell("ALL", PriceScope.BASE, null, CurrencyCode.CNY, "each 1 10.00");
        sell("GOLD", PriceScope.GROUP, "gold", CurrencyCode.CNY, "each 1 8.50");
        sell(trade.head, "OWN", PriceScope.CONTRACT, trade.distributor.id().toString(), "each 1 7.00");
        group("gold");
        var byBuyer = accepted(place(line(water, 12, "each")));
        var onBehalf = accepted(placeAs(trade.distributor, line(water, 12, "each")));
        for (Order order : List.of(byBuyer, onBehalf)) {
            assertThat(order.summary().totals().total()).isEqualTo(trade.yuan("102.00"));
            assertThat(order.lines().getFirst().price().trace()).contains("GROUP GOLD");
        }
        group(null);
        assertThat(quoted(line(water, 12, "each"))).isEqualTo(trade.yuan("120.00"));
        assertThat(trade.as(trade.outlet, () -> orders.get(byBuyer.id()))
                        .summary()
                        .totals()
                        .total())
                .isEqualTo(trade.yuan("102.00"));
    }

    @Test
    void takesNothingForAnOrderWithALineWithoutAPrice() { // PC-12
        sell("USD", PriceScope.BASE, null, CurrencyCode.USD, "each 1 1.00");
        var refused = place(line(trade.cola, 1, "each"), line(water, 1, "each"), line(trade.tea, 1, "each"));
        assertThat(refused).isEqualTo(new Submission.Unpriced(List.of(2)));
        assertThat(trade.count("apps.sales_order")).isZero();
        assertThat(trade.count("apps.stock_reservation")).isZero();
        assertThat(exposure(trade.distributor, trade.outlet)).isEqualTo(trade.yuan("0.00"));
        accepted(place(line(trade.cola, 1, "each"), line(trade.tea, 1, "each")));
    }

    @Test
    void countsADocumentOnceOnItsWayAndHoldsByOneCent() { // PC-34
        sell("ALL", PriceScope.BASE, null, CurrencyCode.CNY, "each 1 20.00", "case 1 0.01");
        trade.limit(trade.distributor, trade.outlet, "100.00");
        var order = accepted(place(line(water, 3, "each")));
        assertThat(exposure(trade.distributor, trade.outlet)).isEqualTo(trade.yuan("60.00"));
        trade.as(trade.distributor, () -> orders.approve(order.id(), null));
        assertThat(exposure(trade.distributor, trade.outlet)).isEqualTo(trade.yuan("60.00"));
        trade.as(
                trade.distributor,
                () -> trade.bean(Shipments.class).ship(order.id(), Shipments.ShipOptions.everything()));
        assertThat(exposure(trade.distributor, trade.outlet)).isEqualTo(trade.yuan("60.00"));
        accepted(place(line(water, 2, "each")));
        assertThat(place(line(water, 1, "case")))
                .isInstanceOfSatisfying(
                        Submission.CreditHeld.class,
                        held -> assertThat(held.over()).isEqualTo(trade.yuan("0.01")));
    }

    @Test
    void takesStockPriceAndCreditOfItsOwnTier() { // PC-45
        trade.stockUp(trade.head, 400);
        trade.limit(trade.head, trade.distributor, "1000.00");
        var above = OrderDraft.of(trade.head.id(), trade.distributor.id(), List.of(line(trade.cola, 90, "each")));
        accepted(trade.as(trade.distributor, () -> orders.place(above, submit())));
        trade.limit(trade.distributor, trade.outlet, "400.00");
        assertThat(place(line(trade.cola, 140, "each"))).isInstanceOf(Submission.CreditHeld.class);
        trade.limit(trade.distributor, trade.outlet, "4000.00");
        assertThat(place(line(trade.cola, 140, "each")))
                .isInstanceOfSatisfying(
                        Submission.OutOfStock.class,
                        none -> assertThat(none.lines().getFirst().available()).isEqualTo(100));
        trade.limit(trade.distributor, trade.outlet, "400.00");
        accepted(place(line(trade.cola, 30, "each")));
        assertThat(exposure(trade.head, trade.distributor)).isEqualTo(trade.yuan("900.00"));
        assertThat(place(line(trade.cola, 4, "each")))
                .isInstanceOfSatisfying(
                        Submission.CreditHeld.class,
                        held -> assertThat(held.over()).isEqualTo(trade.yuan("25.00")));
        var seen = trade.client(trade.outlet, "dealer").get("/api/v1/catalogue").body();
        assertThat(seen).contains("12.50").doesNotContain("\"10.00\"", "500");
    }

    private void sell(String code, PriceScope scope, String key, CurrencyCode currency, String... rows) {
        sell(trade.distributor, code, scope, key, currency, rows);
    }

    private void sell(Partner seller, String code, PriceScope scope, String key, String row) {
        sell(seller, code, scope, key, CurrencyCode.CNY, row);
    }

    /** @param rows each a unit, the quantity from which it applies, and the price */
    private void sell(
            Partner seller, String code, PriceScope scope, String key, CurrencyCode currency, String... rows) {
        trade.as(seller, () -> {
            var lists = trade.bean(PriceLists.class);
            var list = lists.create(seller.id(), new PriceLists.Draft(code, code, scope, key, 1, currency, true));
            var entries = List.of(rows).stream()
                    .map(row -> row.split(" ", -1))
                    .map(row -> new EntryDraft(
                            water.id(),
                            row[0],
                            Long.parseLong(row[1]),
                            Instant.EPOCH,
                            null,
                            Money.of(row[2], currency)))
                    .toList();
            return lists.put(list.id(), entries);
        });
    }

    private void group(String name) {
        trade.asPlatform(() -> {
            var accounts = trade.bean(TradingAccounts.class);
            var account = accounts.find(trade.account(trade.distributor, trade.outlet))
                    .orElseThrow();
            return accounts.update(account.id(), account.version(), new Terms(name, List.of(), AccountStatus.ACTIVE));
        });
    }

    private OrderDraft.Line line(Sku sku, long quantity, String unit) {
        return new OrderDraft.Line(sku.id(), new Quantity(quantity, unit));
    }

    private Submission place(OrderDraft.Line... lines) {
        return placeAs(trade.outlet, lines);
    }

    private Submission placeAs(Partner partner, OrderDraft.Line... lines) {
        return trade.as(partner, () -> orders.place(draft(lines), submit()));
    }

    private Money quoted(OrderDraft.Line... lines) {
        return trade.as(trade.outlet, () -> orders.quote(draft(lines))).total();
    }

    private OrderDraft draft(OrderDraft.Line... lines) {
        return OrderDraft.of(trade.distributor.id(), trade.outlet.id(), List.of(lines));
    }

    private static PlaceOptions submit() {
        return new PlaceOptions(Ids.next().toString(), true, null);
    }

    private static Order accepted(Submission submission) {
        assertThat(submission).isInstanceOf(Submission.Accepted.class);
        return ((Submission.Accepted) submission).order();
    }

    private Money exposure(Partner seller, Partner buyer) {
        var account = trade.account(seller, buyer);
        return trade.as(buyer, () -> trade.bean(Credit.class).standing(account)).exposure();
    }
}
