package io.qudao.partner;

import static org.assertj.core.api.Assertions.assertThat;

import io.qudao.inventory.Warehouses;
import io.qudao.kernel.Ids;
import io.qudao.pricing.PriceList;
import io.qudao.pricing.PriceLists;
import io.qudao.testing.ApiClient;
import io.qudao.testing.ApiClient.Answer;
import io.qudao.testing.HttpTest;
import io.qudao.testing.Publishing;
import io.qudao.testing.TestIdentity;
import io.qudao.testing.TradeFixture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

/** Inside one tenant: a dealer against its sibling, its seller's own business and the tier above. */
// T2
@HttpTest
class PartnerWallsIntegrationTests {
    private static final String API = "/api/v1/";
    private static final String ACTING = "X-Qudao-Partner";

    @Autowired
    private ApplicationContext context;

    private TradeFixture trade;
    private ApiClient outlet;
    private ApiClient sibling;
    private ApiClient distributor;
    private String order;

    @BeforeEach
    void trade() {
        trade = TradeFixture.in(context);
        outlet = trade.client(trade.outlet, "dealer");
        sibling = trade.client(trade.otherOutlet, "dealer");
        distributor = trade.client(trade.distributor, "dealer");
        order = id(place(outlet, "{\"submit\":true,%s}").json().path("order"));
    }

    @TestFactory
    Stream<DynamicTest> hidesBusinessFromSiblings() {
        distributor.post(API + "orders/" + order + "/approve", "{}");
        String shipment = id(
                distributor.post(API + "orders/" + order + "/shipments", "{}").json());
        String account = trade.account(trade.distributor, trade.outlet).toString();
        String because = "{\"reason\":\"x\"}";
        return Stream.of(
                        read("orders/" + order),
                        read("orders/" + order + "/shipments"),
                        read("shipments/" + shipment),
                        read("accounts/" + account),
                        read("credit/" + account),
                        read("partners/" + trade.outlet.id().value()),
                        write("orders/" + order + "/submit", ""),
                        write("orders/" + order + "/approve", "{}"),
                        write("orders/" + order + "/reject", because),
                        write("orders/" + order + "/cancel", because),
                        write("orders/" + order + "/retry", ""),
                        write("orders/" + order + "/shipments", "{}"),
                        write("shipments/" + shipment + "/receive", "{}"))
                .map(call -> DynamicTest.dynamicTest(
                        call.method() + " " + call.path().replaceAll("/[0-9a-f-]{36}", "/{id}"), () -> {
                            var answer = sibling.send(call.method(), API + call.path(), call.body());
                            assertThat(answer.status()).as(answer.body()).isEqualTo(404);
                            if (call.method().equals("GET")) {
                                assertThat(outlet.get(API + call.path()).status())
                                        .isEqualTo(200);
                            }
                        }));
    }

    @Test
    void hidesSiblingsFromLists() {
        for (String path : new String[] {"orders?side=buy", "orders?side=sell", "shipments?side=buy", "accounts"}) {
            assertThat(sibling.get(API + path).json().path("items").size())
                    .as(path)
                    .isZero();
        }
        assertThat(sibling.get(API + "partners").body())
                .doesNotContain(trade.outlet.id().toString());
        assertThat(sibling.get(API + "reports/reconciliation")
                        .json()
                        .path("orders")
                        .asInt())
                .isZero();
    }

    @Test
    void hidesTheSellersOwnBusinessFromItsBuyers() {
        PriceList list = trade.asPlatform(() -> context.getBean(PriceLists.class)
                .list(trade.distributor.id(), null, 10)
                .items()
                .getFirst());
        var warehouse = trade.asPlatform(
                () -> trade.transaction(() -> context.getBean(Warehouses.class).serving(trade.distributor.id())));
        assertThat(outlet.get(API + "price-lists/" + list.id()).status()).isEqualTo(404);
        assertThat(outlet.get(API + "price-lists/" + list.id() + "/entries").status())
                .isEqualTo(404);
        assertThat(outlet.get(API + "price-lists").json().path("items").size()).isZero();
        String movements = API + "stock/movements?warehouse=" + warehouse.id().value() + "&sku=" + trade.cola.id();
        assertThat(distributor.get(movements).status()).isEqualTo(200);
        assertThat(outlet.get(movements).violations()).containsExactly("warehouse:unknown");
        assertThat(outlet.get(API + "stock").body())
                .doesNotContain(warehouse.id().value().toString());
        String bought = trade.account(trade.head, trade.distributor).toString();
        assertThat(outlet.get(API + "credit/" + bought).status()).isEqualTo(404);
        assertThat(distributor.get(API + "credit/" + bought).status()).isEqualTo(200);
    }

    @Test
    void hidesTheDistributorsSalesFromTheTierAbove() {
        var desk = trade.client(trade.head, "order_desk");
        assertThat(desk.get(API + "orders/" + order).status()).isEqualTo(404);
        assertThat(desk.post(API + "orders/" + order + "/approve", "{}").status())
                .isEqualTo(404);
        assertThat(trade.admin().get(API + "orders/" + order).status()).isEqualTo(200);
    }

    @Test
    void showsReviewsToTheSellerOnly() {
        String approvals = API + "approvals";
        String review = id(distributor.get(approvals).json().path("items").path(0));
        assertThat(review).isNotEmpty();
        for (ApiClient other : new ApiClient[] {sibling, trade.client(trade.head, "order_desk")}) {
            assertThat(other.get(approvals).body()).doesNotContain(review).doesNotContain(order);
            assertThat(other.get(approvals + "/" + review).status()).isIn(403, 404);
            assertThat(other.post(approvals + "/" + review + "/approve", "{}").status())
                    .isIn(403, 404);
        }
        assertThat(outlet.get(API + "orders/" + order)
                        .json()
                        .at("/order/status")
                        .asString())
                .isEqualTo("SUBMITTED");
        assertThat(distributor.post(approvals + "/" + review + "/approve", "{}").status())
                .isEqualTo(200);
    }

    @Test
    void refusesToOrderForOrFromStrangers() {
        var line = "\"lines\":[{\"skuCode\":\"COLA\",\"unit\":\"each\",\"quantity\":1}]";
        String asSibling =
                "{\"seller\":\"%s\",\"buyer\":\"%s\",%s}".formatted(trade.distributor.id(), trade.outlet.id(), line);
        assertThat(keyed(sibling).post(API + "orders", asSibling).violations()).containsExactly("buyer:unknown");
        String skipping = "{\"seller\":\"%s\",%s}".formatted(trade.head.id(), line);
        assertThat(keyed(sibling).post(API + "orders", skipping).violations()).containsExactly("seller:unknown");
        assertThat(trade.count("apps.sales_order")).isEqualTo(1);
    }

    @Test
    void letsSellersSetTheLimitsOfTheirCustomersOnly() {
        String customer = API + "credit/" + trade.account(trade.distributor, trade.outlet) + "/limit";
        String own = API + "credit/" + trade.account(trade.head, trade.distributor) + "/limit";
        var set = distributor.put(customer, "{\"limit\":\"500.00\"}");
        assertThat(set.json().path("limit").asString()).as(set.body()).isEqualTo("500.00");
        assertThat(distributor.put(own, "{\"limit\":\"9999999.00\"}").code()).isEqualTo("credit.account_unknown");
        assertThat(outlet.put(customer, "{\"limit\":\"9999999.00\"}").code()).isEqualTo("credit.account_unknown");
        assertThat(sibling.put(customer, "{\"limit\":\"1.00\"}").code()).isEqualTo("credit.account_unknown");
        var clerk = trade.client(trade.distributor, "warehouse");
        assertThat(clerk.put(customer, "{\"limit\":\"1.00\"}").code()).isEqualTo("forbidden");
        assertThat(outlet.get(customer.replace("/limit", ""))
                        .json()
                        .path("limit")
                        .asString())
                .isEqualTo("500.00");
    }

    @Test
    void letsAPersonActForEachOfTheirPartners() {
        String one = trade.outlet.id().value().toString();
        String other = trade.otherOutlet.id().value().toString();
        String email = Ids.next() + "@both.example";
        var invited = trade.admin().post(API + "members", """
                        {"name":"Both","email":"%s","partners":["%s","%s"],"permissionSets":["dealer"]}
                        """.formatted(email, one, other));
        assertThat(invited.status()).as(invited.body()).isEqualTo(201);
        var person =
                ApiClient.of(context, trade.tenant, TestIdentity.personOf(email).toString());
        assertThat(person.with(ACTING, one).get(API + "orders/" + order).status())
                .isEqualTo(200);
        assertThat(person.with(ACTING, other).get(API + "orders/" + order).status())
                .isEqualTo(404);
        var placed = place(person.with(ACTING, other), "{\"submit\":true,%s}").json();
        assertThat(placed.at("/order/buyer/id").asString()).isEqualTo(other);
        var stranger = trade.distributor.id().value().toString();
        assertThat(person.with(ACTING, stranger).get(API + "me").code()).isEqualTo("permission.not_your_partner");
    }

    @Test
    void letsHeadOfficeActForAnyPartnerWithTheRightOnly() {
        Publishing.publish(
                trade.admin(),
                "permission_set/acting",
                "{\"label\":{\"en\":\"A\"},\"permissions\":[\"partner.act\",\"stock.read\",\"order.read\"]}");
        var acting = trade.client(trade.head, "acting");
        var plain = trade.client(trade.head, "order_desk");
        var below = trade.client(trade.distributor, "acting");
        String wanted = trade.distributor.id().value().toString();
        assertThat(acting.get(API + "orders/" + order).status()).isEqualTo(404);
        assertThat(acting.with(ACTING, wanted).get(API + "orders/" + order).status())
                .isEqualTo(200);
        assertThat(acting.with(ACTING, wanted)
                        .get(API + "me")
                        .json()
                        .path("partner")
                        .asString())
                .isEqualTo(wanted);
        assertThat(plain.with(ACTING, wanted).get(API + "me").status()).isEqualTo(403);
        assertThat(below.with(ACTING, trade.outlet.id().value().toString())
                        .get(API + "me")
                        .status())
                .isEqualTo(403);
        assertThat(acting.with(ACTING, Ids.next().toString()).get(API + "me").status())
                .isEqualTo(403);
        var foreign = TradeFixture.in(context).distributor.id().value().toString();
        assertThat(acting.with(ACTING, foreign).get(API + "me").status()).isEqualTo(403);
        assertThat(acting.with(ACTING, "D1").get(API + "me").violations()).containsExactly(ACTING + ":wrong_type");
    }

    private record Call(String method, String path, String body) {}

    private static Call read(String path) {
        return new Call("GET", path, "");
    }

    private static Call write(String path, String body) {
        return new Call("POST", path, body);
    }

    private static Answer place(ApiClient who, String body) {
        var placed = keyed(who)
                .post(
                        API + "orders",
                        body.formatted("\"lines\":[{\"skuCode\":\"COLA\",\"unit\":\"each\",\"quantity\":2}]"));
        assertThat(placed.status()).as(placed.body()).isEqualTo(201);
        return placed;
    }

    private static ApiClient keyed(ApiClient who) {
        return who.with("Idempotency-Key", Ids.next().toString());
    }

    private static String id(JsonNode thing) {
        return thing.path("id").asString();
    }
}
