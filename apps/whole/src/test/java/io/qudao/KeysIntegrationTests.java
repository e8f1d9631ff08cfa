package io.qudao;

import static org.assertj.core.api.Assertions.assertThat;

import io.qudao.idempotency.IdempotencyKeys;
import io.qudao.tenancy.Caller;
import io.qudao.tenancy.TenantScope;
import io.qudao.testing.ApiClient;
import io.qudao.testing.ApiClient.Answer;
import io.qudao.testing.Endpoints;
import io.qudao.testing.HttpTest;
import io.qudao.testing.Shop;
import io.qudao.testing.StandardBusiness;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.method.HandlerMethod;

/** Every command that makes or moves something can be sent again under its key (O3). */
@HttpTest
class KeysIntegrationTests {
    private static final String STATUS = "a step of a status: the second one is refused, and nothing happens twice";
    private static final String SAME = "asked twice, it does the same";
    private static final String NOTHING = "makes nothing";

    /** Endpoints without a key, and why. */
    private static final Map<String, String> WITHOUT = Map.ofEntries(
            Map.entry("POST /api/v1/orders/quote", NOTHING),
            Map.entry("POST /api/v1/orders/{id}/submit", STATUS),
            Map.entry("POST /api/v1/orders/{id}/approve", STATUS),
            Map.entry("POST /api/v1/orders/{id}/reject", STATUS),
            Map.entry("POST /api/v1/orders/{id}/cancel", STATUS),
            Map.entry("POST /api/v1/orders/{id}/close", STATUS),
            Map.entry("POST /api/v1/orders/{id}/retry", STATUS),
            Map.entry("POST /api/v1/shipments/{id}/receive", STATUS),
            Map.entry("POST /api/v1/approvals/{id}/approve", STATUS),
            Map.entry("POST /api/v1/approvals/{id}/reject", STATUS),
            Map.entry("POST /api/v1/imports/{id}/cancel", STATUS),
            Map.entry("POST /api/v1/outbox/rejected/{consumer}/{position}/retry", STATUS),
            Map.entry("POST /api/v1/records/{object}/query", NOTHING),
            Map.entry("POST /api/v1/records/{object}/{id}/restore", STATUS),
            Map.entry("POST /api/v1/search/reindex", SAME),
            Map.entry("POST /api/v1/metadata/change-sets", "an empty change set more is discarded by a click"),
            Map.entry("POST /api/v1/metadata/change-sets/{id}/choose", SAME),
            Map.entry("POST /api/v1/metadata/change-sets/{id}/resolve", STATUS),
            Map.entry("POST /api/v1/metadata/components/{kind}/{name}/rename", STATUS),
            Map.entry("POST /api/v1/metadata/publish", "a draft is published once; then it is empty"),
            Map.entry("POST /api/v1/metadata/grants", SAME),
            Map.entry("POST /api/v1/metadata/releases/{number}/rollback", "what is rolled back to is current then"),
            Map.entry(
                    "POST /api/v1/members",
                    "an address is invited once; a digest of the password would have to be kept to compare"));

    @Autowired
    private ApplicationContext context;

    private Shop shop;
    private ApiClient keyed;

    @BeforeEach
    void open() {
        shop = new Shop(context, "K", "12.34");
        keyed = shop.admin.with(IdempotencyKeys.HEADER, "k");
    }

    @Test
    void takesAKeyWhereverSomethingIsMade() {
        var without = new TreeSet<String>();
        var all = new TreeMap<>(StandardBusiness.endpoints(context));
        all.putAll(Endpoints.of(context, IdempotencyKeys.class));
        all.forEach((endpoint, handler) -> {
            if (endpoint.startsWith("POST /api/") && !takesKey(handler)) {
                without.add(endpoint);
            }
        });
        assertThat(without).isEqualTo(new TreeMap<>(WITHOUT).keySet());
    }

    @Test
    void describesTheKeyWhereverItIsTaken() {
        var paths = shop.admin.get("/api/v1/openapi.json").json().path("paths");
        for (String path :
                new String[] {"stock/adjustments", "orders", "products", "imports", "orders/{id}/shipments"}) {
            var key = paths.path("/api/v1/" + path)
                    .path("post")
                    .path("parameters")
                    .valueStream()
                    .filter(one -> one.path("name").asString().equals(IdempotencyKeys.HEADER))
                    .findFirst();
            assertThat(key).as(path).isPresent();
            assertThat(key.get().path("description").asString()).as(path).contains("first one");
        }
    }

    /** A request and the same one in other words, and another request. */
    private record Once(String path, String body, String same, String other) {}

    @TestFactory
    Stream<DynamicTest> makesOneUnderAKey() {
        return Stream.of(
                        new Once(
                                "warehouses",
                                "{\"code\":\"W\",\"name\":\"W\"}",
                                "{ \"name\":\"W\",\"code\":\"W\"}",
                                "W2"),
                        new Once(
                                "categories",
                                "{\"code\":\"C\",\"name\":\"C\"}",
                                "{\"code\":\"C\",\"name\":\"C\",\"parent\":null}",
                                "C2"),
                        new Once(
                                "partners",
                                "{\"code\":\"P\",\"name\":\"P\",\"role\":\"dealer\"}",
                                "{\"role\":\"dealer\",\"code\":\"P\",\"name\":\"P\"}",
                                "P2"),
                        new Once("products", product("P").replace(",", ", "), product("P"), "P2"),
                        new Once(
                                "price-lists",
                                "{\"code\":\"L\",\"name\":\"L\",\"scope\":\"base\",\"priority\":2}",
                                "{\"priority\":2,\"code\":\"L\",\"name\":\"L\",\"scope\":\"base\"}",
                                "L2"))
                .map(once -> DynamicTest.dynamicTest(once.path(), () -> {
                    String path = "/api/v1/" + once.path();
                    var first = good(keyed.post(path, once.body()));
                    assertThat(shop.admin.post(path, once.body()).status())
                            .as("a new request is refused by now")
                            .isBetween(400, 409);
                    var again = good(keyed.post(path, once.same()));
                    assertThat(again.status()).isEqualTo(first.status());
                    assertThat(again.json()).isEqualTo(first.json());
                    var other = keyed.post(
                            path, once.body().replaceFirst("\"code\":\"\\w+\"", "\"code\":\"" + once.other() + "\""));
                    assertThat(other.status()).as(other.body()).isEqualTo(409);
                    assertThat(other.code()).isEqualTo("key_reused");
                    assertThat(other.violations()).containsExactly("Idempotency-Key:key_reused");
                }));
    }

    @Test
    void adjustsStockOnce() throws Exception { // I6
        String path = "/api/v1/stock/adjustments";
        String body = shop.adjustment(shop.warehouse, shop.sku);
        long before = onHand();
        try (var threads = Executors.newFixedThreadPool(8)) {
            var answers = IntStream.range(0, 16)
                    .mapToObj(number -> threads.submit(() -> keyed.post(path, body)))
                    .toList();
            for (var answer : answers) {
                assertThat(good(answer.get()).status()).isEqualTo(204);
            }
        }
        assertThat(onHand()).isEqualTo(before + 100);
        assertThat(keyed.post(path, body.replace("100", "101")).code()).isEqualTo("key_reused");
        assertThat(shop.admin.with(IdempotencyKeys.HEADER, "").post(path, body).violations())
                .containsExactly("Idempotency-Key:required");
        assertThat(onHand()).isEqualTo(before + 100);
    }

    @Test
    void putsEntriesOnce() {
        String path = "/api/v1/price-lists/" + shop.list + "/entries";
        String entry = "{\"entries\":[{\"sku\":\"%s\",\"unit\":\"case\",\"price\":{\"amount\":\"%s\"}}]}";
        var first = good(keyed.post(path, entry.formatted(shop.sku, "9.50")));
        var again = good(keyed.post(path, entry.formatted(shop.sku, "9.5")));
        assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
        assertThat(keyed.post(path, entry.formatted(shop.sku, "9.51")).code()).isEqualTo("key_reused");
    }

    /** While two builds run, and after. */
    @Test
    void knowsTheKeysThatTheBuildBeforeWrites() {
        var member = UUID.fromString(shop.admin.get("/api/v1/me").at("/member/id"));
        TenantScope.call(
                Caller.platform(shop.tenant),
                () -> context.getBean(TransactionTemplate.class)
                        .execute(status -> context.getBean(JdbcClient.class)
                                .sql(
                                        "insert into apps.order_key (tenant_id, member_id, key, order_id) values (?, ?, 'old', ?)")
                                .params(shop.tenant.id().value(), member, UUID.fromString(shop.draft))
                                .update()));
        var again = good(shop.admin
                .with(IdempotencyKeys.HEADER, "old")
                .post("/api/v1/orders", shop.orderBody(shop.distributor, shop.sku, false)));
        assertThat(again.at("/order/id")).isEqualTo(shop.draft);
    }

    private long onHand() {
        return shop.admin
                .get("/api/v1/stock?sku=" + shop.sku)
                .json()
                .path("items")
                .valueStream()
                .filter(level -> level.path("warehouse").asString().equals(shop.warehouse))
                .findFirst()
                .orElseThrow()
                .path("onHand")
                .asLong();
    }

    private String product(String code) {
        return """
                {"code":"%1$s","name":"P","category":"{c}","skus":[{"code":"S","name":"S","baseUnit":"each",
                "units":[{"code":"case","numerator":12}]}]}
                """.formatted(code).replace("{c}", shop.category);
    }

    private static boolean takesKey(HandlerMethod handler) {
        return Arrays.stream(handler.getMethodParameters())
                .map(parameter -> parameter.getParameterAnnotation(RequestHeader.class))
                .anyMatch(header -> header != null && header.name().equals(IdempotencyKeys.HEADER));
    }

    private static Answer good(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isBetween(200, 299);
        return answer;
    }
}
