package io.qudao.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import io.qudao.testing.ApiClient;
import io.qudao.testing.ApiClient.Answer;
import io.qudao.testing.HttpTest;
import io.qudao.testing.Publishing;
import io.qudao.testing.TradeFixture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** The tenant's own fields of the lines of an order, through the orders API. */
@HttpTest
class OrderLineFieldsIntegrationTests {
    private static final String ORDERS = "/api/v1/orders";

    @Autowired
    private ApplicationContext context;

    private TradeFixture trade;
    private ApiClient buyer;

    @BeforeEach
    void publishFields() {
        trade = TradeFixture.in(context);
        Publishing.publish(
                trade.admin(),
                "field/order_line.engraving",
                "{\"label\":{\"en\":\"Engraving\"},\"type\":\"text\",\"required\":true}",
                "field/order_line.cost",
                "{\"label\":{\"en\":\"Cost\"},\"type\":\"decimal\"}");
        buyer = trade.client(trade.outlet, "dealer");
    }

    @Test
    void keepsOwnFieldsWithEachLine() {
        var placed = place("k", line("COLA", "{\"engraving\":\"Ann\"}"), line("TEA", "{\"engraving\":\"Bo\"}"));
        assertThat(placed.status()).as(placed.body()).isEqualTo(201);
        assertThat(engravings(placed)).isEqualTo("Ann,Bo");
        var order = placed.header("Location");
        assertThat(engravings(buyer.get(order))).isEqualTo("Ann,Bo");
        assertThat(engravings(trade.client(trade.distributor, "dealer").get(order)))
                .isEqualTo("Ann,Bo");
        assertThat(engravings(buyer.post(order + "/submit", "{}"))).isEqualTo("Ann,Bo");
        assertThat(engravings(buyer.get(order))).isEqualTo("Ann,Bo");
    }

    @Test
    void namesEachWrongFieldOfOrderAndLinesAndKeepsNothing() {
        Publishing.publish(
                trade.admin(),
                "field/order.project",
                "{\"label\":{\"en\":\"Project\"},\"type\":\"text\",\"required\":true}");
        var wrong = place("k", line("COLA", "{\"engraving\":7,\"cost\":1}"), line("TEA", "{\"nothing\":1}"));
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.violations())
                .containsExactlyInAnyOrder(
                        "lines[0].custom.engraving:wrong_type",
                        "lines[0].custom.cost:record.read_only",
                        "lines[1].custom.nothing:unknown_field",
                        "lines[1].custom.engraving:required",
                        "custom.project:required");
        assertThat(trade.count("apps.sales_order")).isZero();
        assertThat(trade.count("apps.order_key")).isZero();
    }

    @Test
    void asksForWhatNoLineCanBeWithout() {
        assertThat(place("k", line("COLA", null)).violations()).containsExactly("lines[0].custom.engraving:required");
    }

    @Test
    void countsOwnFieldsOfLinesAmongWhatAKeyIsFor() { // O3
        var first = place("k", line("COLA", "{\"engraving\":\"Ann\"}"));
        assertThat(place("k", line("COLA", "{\"engraving\":\"Ann\"}")).header("Location"))
                .isEqualTo(first.header("Location"));
        assertThat(place("k", line("COLA", "{\"engraving\":\"Bo\"}")).code()).isEqualTo("key_reused");
    }

    private static String engravings(Answer answer) {
        return String.join(
                ",",
                answer.json()
                        .path("lines")
                        .valueStream()
                        .map(line -> line.path("custom").path("engraving").asString())
                        .toList());
    }

    private static String line(String sku, @Nullable String custom) {
        var own = custom == null ? "" : ",\"custom\":" + custom;
        return "{\"skuCode\":\"" + sku + "\",\"unit\":\"each\",\"quantity\":1" + own + "}";
    }

    private Answer place(String key, String... lines) {
        return buyer.with("Idempotency-Key", key).post(ORDERS, "{\"lines\":[" + String.join(",", lines) + "]}");
    }
}
