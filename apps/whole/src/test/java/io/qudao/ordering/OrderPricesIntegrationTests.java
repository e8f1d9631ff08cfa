package io.qudao.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import io.qudao.kernel.Ids;
import io.qudao.testing.ApiClient;
import io.qudao.testing.HttpTest;
import io.qudao.testing.TradeFixture;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Prices of orders over HTTP, for everyone who places them. */
@HttpTest
class OrderPricesIntegrationTests {
    private static final String ORDERS = "/api/v1/orders";

    @Autowired
    private ApplicationContext context;

    private TradeFixture trade;
    private ApiClient buyer;
    private ApiClient seller;

    @BeforeEach
    void open() {
        trade = TradeFixture.in(context);
        buyer = trade.client(trade.outlet, "dealer");
        seller = trade.client(trade.distributor, "dealer");
    }

    @Test
    void givesTheSamePriceHoweverAnOrderComes() { // P6
        var prices = new HashSet<String>();
        var quote = buyer.post(ORDERS + "/quote", wish(""));
        prices.add(quote.json().path("lines").path(0).path("unitPrice").toString());
        assertThat(quote.json().path("total").path("amount").asString()).isEqualTo("288.00");
        var entries = new HashSet<String>();
        for (JsonNode order : new JsonNode[] {
            place(buyer, ""),
            place(seller, ",\"buyerCode\":\"O1\",\"sellerCode\":\"D1\""),
            place(trade.admin(), ",\"buyerCode\":\"O1\",\"sellerCode\":\"D1\",\"at\":\"2021-11-15T00:00:00Z\"")
        }) {
            prices.add(order.path("lines").path(0).path("unitPrice").toString());
            entries.add(order.path("lines").path(0).path("priceEntry").asString());
            assertThat(order.path("order").path("total").path("amount").asString())
                    .isEqualTo("288.00");
        }
        assertThat(prices).hasSize(1);
        assertThat(entries).hasSize(1);
    }

    @Test
    void tellsATotalWithTheSameDigitsEverywhere() { // R1
        var order = place(buyer, "").path("order");
        String id = order.path("id").asString();
        assertThat(order.path("total").path("amount").asString()).isEqualTo("288.00");
        assertThat(trade.admin().get("/api/v1/records/order/" + id).at("/total/amount"))
                .isEqualTo("288.00");
        assertThat(trade.admin().get("/api/v1/records/order?fields=total").at("/items/0/total/amount"))
                .isEqualTo("288.00");
    }

    @Test
    void keepsPriceTraceAndModeOfALine() { // P3, P5
        trade.admin().put("/api/v1/price-mode", "{\"mode\":\"lowest\"}");
        var placed = place(buyer, "");
        var line = placed.path("lines").path(0);
        reprice("999.00");
        var now = buyer.get(ORDERS + "/" + placed.path("order").path("id").asString())
                .json()
                .path("lines")
                .path(0);
        assertThat(now).isEqualTo(line);
        assertThat(now.path("trace").asString()).isNotBlank();
        assertThat(mode()).isEqualTo("LOWEST");
        assertThat(place(buyer, "")
                        .path("lines")
                        .path(0)
                        .path("unitPrice")
                        .path("amount")
                        .asString())
                .isEqualTo("999.00");
    }

    @Test
    void refusesATotalThatChangedSinceItWasSeen() { // P7
        String confirmed = ",\"submit\":true,\"confirmedTotal\":{\"amount\":\"288.00\"}";
        assertThat(place(buyer, confirmed).path("order").path("status").asString())
                .isEqualTo("SUBMITTED");
        reprice("145.00");
        var refused = keyed(buyer).post(ORDERS, wish(confirmed));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("ordering.price_changed");
        assertThat(refused.violations()).containsExactly("lines[0].unitPrice:price_now");
        assertThat(trade.count("apps.sales_order")).isEqualTo(1);
    }

    @Test
    void saysByHowMuchAHeldOrderPassesTheLimit() { // C3
        trade.limit(trade.distributor, trade.outlet, "100.00");
        var placed = place(buyer, ",\"submit\":true").path("order");
        var hold = buyer.get(ORDERS + "/" + placed.path("id").asString())
                .json()
                .path("order")
                .path("creditHold");
        assertThat(hold).isEqualTo(placed.path("creditHold"));
        for (var figure : List.of("exposure 0.00", "limit 100.00", "over 188.00")) {
            var words = figure.split(" ", 2);
            assertThat(hold.path(words[0]).path("amount").asString()).isEqualTo(words[1]);
            assertThat(hold.path(words[0]).path("currency").asString()).isEqualTo("CNY");
        }
    }

    @Test
    void keepsAPostedOrderWhenAFactorChanges() { // U3
        var placed = place(buyer, ",\"submit\":true");
        assertThat(placed.path("lines").path(0).path("base").asLong()).isEqualTo(24);
        String product = "/api/v1/products/" + trade.cola.product();
        var stored = trade.admin().get(product);
        String category = stored.json().path("category").asString();
        var changed = trade.admin().with("If-Match", stored.header("ETag")).put(product, """
                {"code":"COLA","name":"COLA","category":"%s","skus":[{"code":"COLA","name":"COLA","baseUnit":"each",
                "units":[{"code":"case","numerator":6}]}]}
                """.formatted(category));
        assertThat(changed.status()).as(changed.body()).isEqualTo(200);
        assertThat(buyer.get(ORDERS + "/" + placed.path("order").path("id").asString())
                        .json()
                        .path("lines")
                        .path(0)
                        .path("base")
                        .asLong())
                .isEqualTo(24);
        assertThat(place(buyer, "").path("lines").path(0).path("base").asLong()).isEqualTo(12);
        assertThat(trade.available(trade.distributor, trade.cola)).isEqualTo(76);
    }

    private JsonNode place(ApiClient client, String more) {
        var placed = keyed(client).post(ORDERS, wish(more));
        assertThat(placed.status()).as(placed.body()).isEqualTo(201);
        return placed.json();
    }

    /** Two cases. */
    private static String wish(String more) {
        return "{\"lines\":[{\"skuCode\":\"COLA\",\"unit\":\"case\",\"quantity\":2}]%s}".formatted(more);
    }

    private void reprice(String price) {
        String list = trade.admin()
                .get("/api/v1/price-lists?seller=" + trade.distributor.id())
                .json()
                .path("items")
                .path(0)
                .path("id")
                .asString();
        var put = trade.admin()
                .post(
                        "/api/v1/price-lists/" + list + "/entries",
                        "{\"entries\":[{\"sku\":\"%s\",\"unit\":\"case\",\"from\":\"2020-01-01T00:00:00Z\",\"price\":{\"amount\":\"%s\"}}]}"
                                .formatted(trade.cola.id(), price));
        assertThat(put.status()).as(put.body()).isEqualTo(200);
    }

    private String mode() {
        return trade.asPlatform(() -> trade.transaction(() -> context.getBean(JdbcClient.class)
                .sql("select price_mode from apps.sales_order where tenant_id = ?")
                .param(trade.tenant.id().value())
                .query(String.class)
                .single()));
    }

    private static ApiClient keyed(ApiClient client) {
        return client.with("Idempotency-Key", Ids.next().toString());
    }
}
