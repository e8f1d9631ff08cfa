package io.qudao.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import io.qudao.kernel.Ids;
import io.qudao.testing.ApiClient;
import io.qudao.testing.ApiClient.Answer;
import io.qudao.testing.HttpTest;
import io.qudao.testing.TradeFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Whatever changes an order line raises its version, as whoever keeps a copy of it relies on. */
@HttpTest
class LineVersionsIntegrationTests {
    private static final String ORDERS = "/api/v1/orders/";

    @Autowired
    private ApplicationContext context;

    private TradeFixture trade;
    private ApiClient seller;

    @BeforeEach
    void open() {
        trade = TradeFixture.in(context);
        seller = trade.admin().with("X-Qudao-Partner", trade.distributor.id().toString());
    }

    @Test
    void raisesTheVersionOfALineWhosePriceIsNewAtItsSubmission() {
        String order = place(false);
        var draft = line();
        reprice("15.00");
        good(seller.post(ORDERS + order + "/submit", ""));
        var submitted = line();
        assertThat(submitted.json().path("unit_price"))
                .isNotEqualTo(draft.json().path("unit_price"));
        assertThat(version(submitted)).isEqualTo(version(draft) + 1);
    }

    @Test
    void raisesTheVersionOfALineThatIsShippedAndCancelled() {
        String order = place(true);
        good(seller.post(ORDERS + order + "/approve", "{}"));
        long approved = version(line());
        good(seller.post(ORDERS + order + "/shipments", "{\"lines\":[{\"line\":1,\"quantity\":1}]}"));
        assertThat(version(line())).isEqualTo(approved + 1);
        good(seller.post(ORDERS + order + "/close", "{\"reason\":\"no\"}"));
        assertThat(version(line())).isEqualTo(approved + 2);
    }

    private String place(boolean submit) {
        return good(seller.with("Idempotency-Key", Ids.next().toString())
                        .post(
                                "/api/v1/orders",
                                "{\"buyerCode\":\"O1\",\"sellerCode\":\"D1\",\"submit\":%s,".formatted(submit)
                                        + "\"lines\":[{\"skuCode\":\"COLA\",\"unit\":\"each\",\"quantity\":2}]}"))
                .at("/order/id");
    }

    private void reprice(String price) {
        String list = trade.admin()
                .get("/api/v1/price-lists?seller=" + trade.distributor.id())
                .at("/items/0/id");
        good(trade.admin()
                .post(
                        "/api/v1/price-lists/" + list + "/entries",
                        "{\"entries\":[{\"sku\":\"%s\",\"unit\":\"each\",\"from\":\"2020-01-01T00:00:00Z\",\"price\":{\"amount\":\"%s\"}}]}"
                                .formatted(trade.cola.id(), price)));
    }

    /** The only line of the tenant. */
    private Answer line() {
        String lines = "/api/v1/records/order_line";
        return good(seller.get(lines + "/" + seller.get(lines).at("/items/0/id")));
    }

    private static long version(Answer line) {
        return Long.parseLong(line.header("ETag").replace("\"", ""));
    }

    private static Answer good(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isLessThan(300);
        return answer;
    }
}
