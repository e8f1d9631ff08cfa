package io.qudao.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import io.qudao.catalog.Products;
import io.qudao.catalog.Products.ProductDraft;
import io.qudao.catalog.Products.SkuDraft;
import io.qudao.catalog.SkuStatus;
import io.qudao.catalog.Unit;
import io.qudao.kernel.CurrencyCode;
import io.qudao.ordering.Orders.PlaceOptions;
import io.qudao.partner.AccountStatus;
import io.qudao.partner.Address;
import io.qudao.partner.PartnerDraft;
import io.qudao.partner.PartnerStatus;
import io.qudao.partner.Partners;
import io.qudao.partner.TradingAccounts;
import io.qudao.pricing.PriceLists;
import io.qudao.tenancy.TenantScope;
import io.qudao.testing.ApiClient;
import io.qudao.testing.ApiClient.Answer;
import io.qudao.testing.HttpTest;
import io.qudao.testing.Publishing;
import io.qudao.testing.TradeFixture;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Who repeats a request under its key gets what the first one made, whatever has changed since (O3). */
@HttpTest
class RepeatedOrdersIntegrationTests {
    private static final String ORDERS = "/api/v1/orders";
    private static final String BODY =
            "{\"buyerCode\":\"O1\",\"sellerCode\":\"D1\",\"lines\":[{\"skuCode\":\"COLA\",\"unit\":\"each\",\"quantity\":2}],"
                    + "\"confirmedTotal\":{\"amount\":\"25.00\"},\"submit\":true}";

    @Autowired
    private ApplicationContext context;

    private TradeFixture trade;
    private ApiClient admin;
    private ApiClient buyer;
    private ApiClient seller;

    @BeforeEach
    void open() {
        trade = TradeFixture.in(context);
        admin = trade.admin();
        buyer = trade.client(trade.outlet, "dealer").with("Idempotency-Key", "k");
        seller = trade.client(trade.distributor, "dealer");
    }

    @Test
    void bringsBackTheOrderOfGoodsThatLeftTheShelf() {
        assertRepeatedAfter(() -> {
            var products = trade.bean(Products.class);
            var product = products.find(trade.cola.product()).orElseThrow();
            var off = new SkuDraft("COLA", "可乐", null, "each", List.of(new Unit("case", 12, 1)), SkuStatus.OFF_SHELF);
            return products.update(
                    product.id(),
                    product.version(),
                    new ProductDraft(product.code(), product.name(), "", product.category(), List.of(off)));
        });
    }

    @Test
    void bringsBackTheOrderOfAnAccountThatWasSuspended() {
        assertRepeatedAfter(() -> {
            var accounts = trade.bean(TradingAccounts.class);
            var account = accounts.between(trade.distributor.id(), trade.outlet.id(), CurrencyCode.CNY)
                    .orElseThrow();
            var terms = new TradingAccounts.Terms(null, List.of(), AccountStatus.SUSPENDED);
            return accounts.update(account.id(), account.version(), terms);
        });
    }

    @Test
    void bringsBackTheOrderOfASellerWhoseCodeMeansNobody() {
        assertRepeatedAfter(() -> {
            var partners = trade.bean(Partners.class);
            var draft = new PartnerDraft(
                    "D1-OLD",
                    trade.distributor.name(),
                    trade.distributor.role(),
                    null,
                    trade.head.id(),
                    PartnerStatus.ACTIVE,
                    Address.UNKNOWN);
            return partners.update(trade.distributor.id(), trade.distributor.version(), draft);
        });
    }

    @Test
    void bringsBackTheOrderAfterAPriceChanged() {
        assertRepeatedAfter(() -> {
            var lists = trade.bean(PriceLists.class);
            var list = lists.list(trade.distributor.id(), null, 1).items().getFirst();
            var dearer = new PriceLists.EntryDraft(
                    trade.cola.id(), "each", 1, Instant.parse("2021-01-01T00:00:00Z"), null, trade.yuan("13.00"));
            lists.put(list.id(), List.of(dearer));
            return list;
        });
    }

    @Test
    void bringsBackTheShipmentAfterEverythingWasShipped() {
        String order = placed().header("Location");
        good(seller.post(order + "/approve", "{}"));
        var keyed = seller.with("Idempotency-Key", "s");
        String part = "{\"lines\":[{\"line\":1,\"quantity\":1}],\"carrier\":\"SF\"}";
        var first = good(keyed.post(order + "/shipments", part));
        good(seller.post(order + "/shipments", "{}"));
        assertThat(keyed.post(order + "/shipments", part).json()).isEqualTo(first.json());
        assertThat(trade.count("apps.shipment")).isEqualTo(2);
        var other = keyed.post(order + "/shipments", part.replace("SF", "YTO"));
        assertThat(other.status()).isEqualTo(409);
        assertThat(other.code()).isEqualTo("key_reused");
        assertThat(other.violations()).containsExactly("Idempotency-Key:key_reused");
    }

    @Test
    void bringsBackAHeldOrderAsHeld() { // C3
        trade.limit(trade.distributor, trade.outlet, "1.00");
        var wish = OrderWish.of(trade.wish(2, "each"));
        var options = new PlaceOptions("held", true, null);
        var orders = trade.bean(Orders.class);
        var member = trade.member(trade.outlet);
        var first = TenantScope.call(member, () -> orders.place(wish, options));
        assertThat(first).isInstanceOfSatisfying(Submission.CreditHeld.class, held -> {
            assertThat(held.over()).isEqualTo(trade.yuan("24.00"));
            assertThat(TenantScope.call(member, () -> orders.place(wish, options)))
                    .isInstanceOfSatisfying(Submission.CreditHeld.class, again -> {
                        assertThat(again.order().id()).isEqualTo(held.order().id());
                        assertThat(again.over()).isEqualTo(held.over());
                    });
        });
    }

    @Test
    void takesBodiesOfEqualValueForOne() {
        Publishing.publish(
                admin,
                "field/order.margin",
                "{\"label\":{\"en\":\"Margin\"},\"type\":\"decimal\"}",
                "field/order.deposit",
                "{\"label\":{\"en\":\"Deposit\"},\"type\":\"money\"}");
        var client = admin.with("Idempotency-Key", "k");
        String custom = BODY.replace(
                "\"submit\"",
                "\"custom\":{\"margin\":%s,\"deposit\":{\"amount\":\"%s\",\"currency\":\"CNY\"}},\"submit\"");
        var first = good(client.post(ORDERS, custom.formatted("7.00", "1.5")));
        String same = custom.replace("25.00", "25.000").replace("\"quantity\":2", "\"quantity\": 2");
        assertSame(first, client.post(ORDERS, same.formatted("7.000", "1.50")));
        assertSame(first, client.post(ORDERS, same.formatted("\"7\"", "1.500")));
        assertThat(client.post(ORDERS, same.formatted("7.001", "1.5")).code()).isEqualTo("key_reused");
    }

    private Answer placed() {
        return good(buyer.post(ORDERS, BODY));
    }

    private void assertRepeatedAfter(ScopedValue.CallableOp<?, RuntimeException> change) {
        var first = placed();
        trade.asPlatform(change);
        assertSame(first, buyer.post(ORDERS, BODY));
        assertThat(trade.count("apps.sales_order")).isEqualTo(1);
        assertThat(trade.available(trade.distributor, trade.cola)).isEqualTo(98);
        assertThat(buyer.with("Idempotency-Key", "other").post(ORDERS, BODY).status())
                .as("a new request is refused by now")
                .isBetween(400, 422);
    }

    private static void assertSame(Answer first, Answer again) {
        assertThat(again.status()).as(again.body()).isEqualTo(first.status());
        assertThat(again.json()).isEqualTo(first.json());
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
    }

    private static Answer good(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isLessThan(300);
        return answer;
    }
}
