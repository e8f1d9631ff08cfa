package io.qudao.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import io.qudao.kernel.Ids;
import io.qudao.testing.ApiClient;
import io.qudao.testing.HttpTest;
import io.qudao.testing.Publishing;
import io.qudao.testing.TradeFixture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** The rows of a grant count on orders, partners and price lists as on a tenant's own objects. */
@HttpTest
class OrderRowsIntegrationTests {
    private static final String ORDERS = "/api/v1/records/order";
    private static final String ACCOUNTS = "/api/v1/records/account";
    private static final String PRICE_LISTS = "/api/v1/records/price_list";
    private static final String PARTNERS = "/api/v1/records/partner";

    @Autowired
    private ApplicationContext context;

    private TradeFixture trade;

    @BeforeEach
    void publishGrants() {
        trade = TradeFixture.in(context);
        Publishing.publish(
                trade.admin(),
                "permission_set/unsaid",
                grant(""),
                "permission_set/partner",
                grant("partner"),
                "permission_set/subtree",
                grant("subtree"),
                "permission_set/all",
                grant("all"));
    }

    @Test
    void limitsOrders() {
        var buyer = trade.client(trade.outlet, "dealer", "unsaid");
        var colleague = trade.client(trade.outlet, "dealer", "unsaid");
        place(buyer);
        assertThat(count(buyer, ORDERS)).isEqualTo(1);
        assertThat(count(colleague, ORDERS)).isZero();
        assertThat(count(trade.client(trade.outlet, "partner"), ORDERS)).isEqualTo(1);
        assertThat(count(trade.client(trade.otherOutlet, "partner"), ORDERS)).isZero();
        assertThat(count(trade.client(trade.otherOutlet, "all"), ORDERS)).isZero();
        assertThat(count(trade.client(trade.distributor, "partner"), ORDERS)).isEqualTo(1);
    }

    @Test
    void limitsPartners() {
        assertThat(count(trade.client(trade.distributor, "unsaid"), PARTNERS)).isZero();
        assertThat(count(trade.client(trade.distributor, "partner"), PARTNERS)).isEqualTo(1);
        assertThat(count(trade.client(trade.outlet, "subtree"), PARTNERS)).isEqualTo(1);
        var below = trade.client(trade.distributor, "subtree");
        assertThat(count(below, PARTNERS)).isEqualTo(3);
        assertThat(count(trade.client(trade.distributor, "all"), PARTNERS)).isEqualTo(4);
    }

    @Test
    void limitsAccountsAndPriceLists() {
        assertThat(count(trade.client(trade.distributor, "unsaid"), ACCOUNTS)).isZero();
        assertThat(count(trade.client(trade.distributor, "partner"), ACCOUNTS)).isEqualTo(3);
        assertThat(count(trade.client(trade.outlet, "partner"), ACCOUNTS)).isEqualTo(1);
        assertThat(count(trade.client(trade.outlet, "all"), ACCOUNTS)).isEqualTo(1);
        assertThat(count(trade.client(trade.distributor, "unsaid"), PRICE_LISTS))
                .isZero();
        assertThat(count(trade.client(trade.distributor, "partner"), PRICE_LISTS))
                .isEqualTo(1);
        assertThat(count(trade.client(trade.outlet, "all"), PRICE_LISTS)).isZero();
    }

    private static String grant(String rows) {
        String said = rows.isEmpty() ? "" : ",\"rows\":\"" + rows + "\"";
        String objects = Stream.of("order", "partner", "account", "price_list")
                .map(object -> "\"%s\":{\"read\":true%s}".formatted(object, said))
                .collect(Collectors.joining(","));
        return "{\"label\":{\"en\":\"G\"},\"objects\":{%s}}".formatted(objects);
    }

    private static int count(ApiClient client, String records) {
        var answer = client.get(records + "?count=exact");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.json().path("items"))
                .hasSize(answer.json().path("count").asInt());
        return answer.json().path("count").asInt();
    }

    private static void place(ApiClient buyer) {
        var placed = buyer.with("Idempotency-Key", Ids.next().toString())
                .post("/api/v1/orders", "{\"lines\":[{\"skuCode\":\"COLA\",\"unit\":\"each\",\"quantity\":1}]}");
        assertThat(placed.status()).as(placed.body()).isEqualTo(201);
    }
}
