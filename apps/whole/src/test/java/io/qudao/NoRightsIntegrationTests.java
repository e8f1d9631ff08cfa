package io.qudao;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.qudao.testing.ApiClient;
import io.qudao.testing.DistinctShop;
import io.qudao.testing.HttpTest;
import io.qudao.testing.Publishing;
import io.qudao.testing.StandardBusiness;
import io.qudao.testing.TestIdentity;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** A member without any right reads nothing of the standard business; one who only orders reads what that takes. */
@HttpTest
class NoRightsIntegrationTests {
    private static final String API = "/api/v1";

    @Autowired
    private ApplicationContext context;

    private DistinctShop shop;

    @BeforeEach
    void openShop() {
        shop = new DistinctShop(context);
    }

    @Test
    void readsNothingOfTheStandardBusiness() {
        var nobody = member("nobody", "");
        for (var client : List.of(nobody, buying(nobody))) {
            var open = new TreeMap<String, Integer>();
            paths().forEach((endpoint, path) ->
                    open.put(endpoint, client.get(path).status()));
            assertThat(open)
                    .hasSizeGreaterThan(20)
                    .allSatisfy((endpoint, status) ->
                            assertThat(status).as(endpoint).isEqualTo(403));
        }
    }

    @Test
    void findsNothing() {
        var nobody = member("nobody", "");
        for (String words : List.of("Zname", "Zskucode1")) {
            await().atMost(Duration.ofMinutes(1))
                    .untilAsserted(() -> assertThat(found(shop.admin, words)).isPositive());
            assertThat(found(nobody, words)).as(words).isZero();
            assertThat(found(buying(nobody), words)).as(words).isZero();
        }
    }

    @Test
    void ordersWithoutTheRightToReadMasterData() {
        var buyer = buying(member("buyer", "\"order.create\",\"order.read\""));
        var sku = shop.ids.get("skus");
        assertThat(buyer.get(API + "/catalogue")
                        .json()
                        .path("items")
                        .valueStream()
                        .map(offer -> offer.at("/sku").asString()))
                .contains(sku);
        assertThat(buyer.get(API + "/categories").status()).isEqualTo(200);
        var order =
                "{\"seller\":\"%s\",\"buyer\":\"%s\",\"lines\":[{\"sku\":\"%s\",\"unit\":\"zbottle\",\"quantity\":1}]}"
                        .formatted(shop.head, shop.ids.get("partners"), sku);
        var quote = buyer.post(API + "/orders/quote", order);
        assertThat(quote.status()).as(quote.body()).isEqualTo(200);
        assertThat(quote.at("/total/amount")).startsWith("11.37");
        for (String closed :
                List.of("/partners", "/accounts", "/skus", "/credit/" + shop.ids.get("accounts"), "/price-mode")) {
            assertThat(buyer.get(API + closed).status()).as(closed).isEqualTo(403);
        }
    }

    private static int found(ApiClient client, String words) {
        return client.get(API + "/search?q=" + words).json().path("items").size();
    }

    /** Everything that can be read, by endpoint. */
    private Map<String, String> paths() {
        var paths = new TreeMap<String, String>();
        StandardBusiness.endpoints(context).keySet().stream()
                .filter(endpoint -> endpoint.startsWith("GET " + API))
                .forEach(endpoint -> paths.put(endpoint, path(endpoint.substring("GET ".length()))));
        return paths;
    }

    private String path(String endpoint) {
        var things = endpoint.substring(API.length()).split("/", -1)[1];
        var path = endpoint.replaceAll("\\{[a-z]+}", shop.ids.getOrDefault(things, ""));
        return endpoint.endsWith("/stock/movements")
                ? path + "?warehouse=" + shop.ids.get("warehouse") + "&sku=" + shop.ids.get("skus")
                : path;
    }

    /** Somebody of the head office, who may act for the distributor too. */
    private ApiClient member(String name, String permissions) {
        Publishing.publish(
                shop.admin,
                "permission_set/" + name,
                "{\"label\":{\"en\":\"%s\"},\"permissions\":[%s]}".formatted(name, permissions));
        var email = name + "@" + shop.tenant.slug() + ".example";
        var invited = shop.admin.post(
                API + "/members",
                "{\"name\":\"%s\",\"email\":\"%s\",\"partners\":[\"%s\",\"%s\"],\"permissionSets\":[\"%s\"]}"
                        .formatted(name, email, shop.head, shop.ids.get("partners"), name));
        assertThat(invited.status()).as(invited.body()).isEqualTo(201);
        return ApiClient.of(context, shop.tenant, TestIdentity.personOf(email).toString());
    }

    private ApiClient buying(ApiClient client) {
        return client.with("X-Qudao-Partner", String.valueOf(shop.ids.get("partners")));
    }
}
