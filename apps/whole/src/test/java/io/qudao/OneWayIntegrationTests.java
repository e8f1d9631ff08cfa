package io.qudao;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qudao.catalog.internal.Pictures;
import io.qudao.kernel.Value;
import io.qudao.record.RecordsChanged;
import io.qudao.record.RecordsChanged.Kind;
import io.qudao.tenancy.Caller;
import io.qudao.tenancy.Tenant;
import io.qudao.tenancy.TenantScope;
import io.qudao.testing.ApiClient;
import io.qudao.testing.ApiClient.Answer;
import io.qudao.testing.HttpTest;
import io.qudao.testing.Publishing;
import io.qudao.testing.RecordedChanges;
import io.qudao.testing.StandardBusiness;
import io.qudao.testing.TenantFixture;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Whatever way a module writes a record: the change is told whole, and the tenant's fields and rules count. */
@HttpTest
class OneWayIntegrationTests {
    private static final String FIELD = "{\"label\":{\"en\":\"Heard\",\"zh-CN\":\"听到\"},\"type\":\"text\"}";
    private static final List<String> OBJECTS = List.of(
            "partner",
            "account",
            "category",
            "product",
            "sku",
            "price_list",
            "warehouse",
            "stock_level",
            "order",
            "order_line",
            "shipment");

    @Autowired
    private ApplicationContext context;

    @Autowired
    private RecordedChanges changes;

    private final Set<String> walked = new TreeSet<>();
    private Tenant tenant;
    private ApiClient admin;
    private String head = "";

    @BeforeEach
    void listen() {
        tenant = TenantFixture.create(context);
        admin = ApiClient.admin(context, tenant);
        var fields = new ArrayList<String>();
        OBJECTS.forEach(object -> fields.addAll(List.of("field/" + object + "." + RecordedChanges.FIELD, FIELD)));
        Publishing.publish(admin, fields.toArray(String[]::new));
        head = admin.get("/api/v1/me").json().path("partner").asString();
    }

    @Test
    void tellsTheChangesOfEveryEndpoint() {
        var buyer = id(told(
                "POST /api/v1/partners",
                () -> admin.post("/api/v1/partners", "{\"code\":\"D\",\"name\":\"D\",\"role\":\"distributor\"}"),
                "partner CREATED",
                "account CREATED"));
        told(
                "PUT /api/v1/partners/{id}",
                () -> put("/api/v1/partners/" + buyer, "{\"code\":\"D\",\"name\":\"East\",\"role\":\"distributor\"}"),
                "partner CHANGED");
        var account = id(told(
                "POST /api/v1/accounts",
                () -> admin.post("/api/v1/accounts", "{\"seller\":\"%s\",\"buyer\":\"%s\"}".formatted(buyer, head)),
                "account CREATED"));
        told(
                "PUT /api/v1/accounts/{id}",
                () -> put("/api/v1/accounts/" + account, "{\"priceGroup\":\"A\"}"),
                "account CHANGED");
        var goods = goods();
        trade(buyer, goods);
        assertThat(walked).isEqualTo(writing());
    }

    @Test
    void tellsAChangeWhole() {
        var made = told(
                "",
                () -> admin.post(
                        "/api/v1/partners",
                        "{\"code\":\"W\",\"name\":\"West\",\"role\":\"outlet\",\"custom\":{\"heard\":\"a\"}}"),
                "partner CREATED",
                "account CREATED");
        var id = UUID.fromString(id(made));
        changes.take(tenant);
        good(put(
                "/api/v1/partners/" + id,
                "{\"code\":\"W\",\"name\":\"Far West\",\"role\":\"outlet\",\"custom\":{\"heard\":\"b\"}}"));
        var event = changes.take(tenant).getFirst();
        assertThat(event.object()).isEqualTo("partner");
        assertThat(event.kind()).isEqualTo(Kind.CHANGED);
        assertThat(event.by().toString())
                .isEqualTo(
                        admin.get("/api/v1/me").json().path("member").path("id").asString());
        assertThat(event.release()).isEqualTo(1);
        var change = event.changes().getFirst();
        assertThat(change.id()).isEqualTo(id);
        assertThat(change.fields()).containsExactly("heard", "name");
        assertThat(change.before().values())
                .containsEntry("name", Value.text("West"))
                .containsEntry("heard", Value.text("a"))
                .containsEntry("code", Value.text("W"));
        assertThat(change.after().values())
                .containsEntry("name", Value.text("Far West"))
                .containsEntry("heard", Value.text("b"));
    }

    @Test
    void failsATransactionThatWritesPastTheOneWay() {
        var transaction = context.getBean(TransactionTemplate.class);
        var jdbc = context.getBean(JdbcClient.class);
        assertThatThrownBy(() -> TenantScope.call(
                        Caller.platform(tenant),
                        () -> transaction.execute(
                                status -> jdbc.sql("update apps.partner set phone = '1' where tenant_id = ?")
                                        .param(tenant.id().value())
                                        .update())))
                .rootCause()
                .hasMessageContaining("partner was written past StandardRecords")
                .hasMessageContaining("update apps.partner set phone");
    }

    @Test
    void offersExactlyTheCommandsThatModulesHave() {
        var paths = admin.get("/api/v1/openapi.json").json().path("paths");
        var offered = new TreeSet<String>();
        for (String object : OBJECTS) {
            offered.add(object
                    + (paths.path("/api/v1/records/" + object).has("post") ? " create" : "")
                    + (paths.path("/api/v1/records/" + object + "/{id}").has("patch") ? " change" : "")
                    + (paths.path("/api/v1/records/" + object + "/{id}").has("delete") ? " delete" : ""));
        }
        assertThat(offered)
                .containsExactly(
                        "account create change",
                        "category create change",
                        "order change",
                        "order_line change",
                        "partner create change",
                        "price_list create change",
                        "product change",
                        "shipment change",
                        "sku create change",
                        "stock_level change",
                        "warehouse create change");
    }

    /** The module's own fields and those of tenants by the records API; goods and prices as a seller makes them. */
    private Goods goods() {
        var category = id(told(
                "POST /api/v1/categories",
                () -> admin.post("/api/v1/categories", "{\"code\":\"C\",\"name\":\"C\"}"),
                "category CREATED"));
        told(
                "PUT /api/v1/categories/{id}",
                () -> put("/api/v1/categories/" + category, "{\"code\":\"C\",\"name\":\"Drinks\"}"),
                "category CHANGED");
        var made = told(
                "POST /api/v1/products",
                () -> admin.post("/api/v1/products", product(category, "Cola")),
                "product CREATED",
                "sku CREATED");
        String product = id(made);
        String sku = made.json().path("skus").path(0).path("id").asString();
        told(
                "PUT /api/v1/products/{id}",
                () -> put("/api/v1/products/" + product, product(category, "Kola")),
                "product CHANGED",
                "sku CHANGED");
        told(
                "PUT /api/v1/products/{id}/picture",
                () -> admin.with("Content-Type", "image/png")
                        .send("PUT", "/api/v1/products/" + product + "/picture", Pictures.png(2, 2)));
        price(sku);
        var warehouse = id(told(
                "POST /api/v1/warehouses",
                () -> admin.post("/api/v1/warehouses", "{\"code\":\"W\",\"name\":\"W\"}"),
                "warehouse CREATED"));
        told(
                "POST /api/v1/stock/adjustments",
                () -> admin.post(
                        "/api/v1/stock/adjustments",
                        "{\"warehouse\":\"%s\",\"sku\":\"%s\",\"difference\":100,\"reason\":\"count\"}"
                                .formatted(warehouse, sku)),
                "stock_level CREATED");
        return new Goods(sku);
    }

    private void price(String sku) {
        var list = id(told(
                "POST /api/v1/price-lists",
                () -> admin.post(
                        "/api/v1/price-lists", "{\"code\":\"L\",\"name\":\"L\",\"scope\":\"base\",\"priority\":1}"),
                "price_list CREATED"));
        String path = "/api/v1/price-lists/" + list;
        told(
                "PUT /api/v1/price-lists/{id}",
                () -> put(path, "{\"code\":\"L\",\"name\":\"List\",\"scope\":\"base\",\"priority\":1}"),
                "price_list CHANGED");
        told(
                "POST /api/v1/price-lists/{id}/entries",
                () -> admin.post(path + "/entries", entry(sku, "each", "2.00")),
                "price_list CHANGED");
        told("", () -> admin.post(path + "/entries", entry(sku, "case", "20.00")), "price_list CHANGED");
        String entry = admin.get(path + "/entries")
                .json()
                .path("items")
                .path(0)
                .path("id")
                .asString();
        told(
                "DELETE /api/v1/price-lists/{id}/entries/{entry}",
                () -> admin.delete(path + "/entries/" + entry),
                "price_list CHANGED");
        good(admin.post(path + "/entries", entry(sku, "each", "2.00")));
        told("PUT /api/v1/price-mode", () -> admin.put("/api/v1/price-mode", "{\"mode\":\"first_match\"}"));
    }

    private void trade(String buyer, Goods goods) {
        var draft = order("POST /api/v1/orders", "1", buyer, goods, false, "order CREATED", "order_line CREATED");
        told("POST /api/v1/orders/quote", () -> admin.post("/api/v1/orders/quote", body(buyer, goods, false)));
        step(draft, "submit", "{}", "order CHANGED", "stock_level CHANGED");
        step(draft, "approve", "{}", "order CHANGED");
        var shipment = id(told(
                "POST /api/v1/orders/{id}/shipments",
                () -> admin.post("/api/v1/orders/" + draft + "/shipments", "{}"),
                "shipment CREATED",
                "order_line CHANGED",
                "order CHANGED",
                "stock_level CHANGED"));
        told(
                "POST /api/v1/shipments/{id}/receive",
                () -> admin.post("/api/v1/shipments/" + shipment + "/receive", "{}"),
                "shipment CHANGED",
                "warehouse CREATED",
                "stock_level CREATED",
                "order CHANGED");
        var rejected = order("", "2", buyer, goods, true, "order CREATED", "order_line CREATED", "stock_level CHANGED");
        step(rejected, "reject", "{\"reason\":\"no\"}", "order CHANGED", "order_line CHANGED", "stock_level CHANGED");
        var cancelled =
                order("", "3", buyer, goods, true, "order CREATED", "order_line CREATED", "stock_level CHANGED");
        step(cancelled, "cancel", "{\"reason\":\"no\"}", "order CHANGED", "order_line CHANGED", "stock_level CHANGED");
        closeShort(buyer, goods);
        retry(buyer, goods);
    }

    private void closeShort(String buyer, Goods goods) {
        var order = order("", "4", buyer, goods, true, "order CREATED", "order_line CREATED", "stock_level CHANGED");
        step(order, "approve", "{}", "order CHANGED");
        good(admin.post("/api/v1/orders/" + order + "/shipments", "{\"lines\":[{\"line\":1,\"quantity\":3}]}"));
        changes.take(tenant);
        step(order, "close", "{\"reason\":\"no\"}", "order CHANGED", "order_line CHANGED", "stock_level CHANGED");
    }

    private void retry(String buyer, Goods goods) {
        String account = admin.get("/api/v1/accounts?buyer=" + buyer)
                .json()
                .path("items")
                .path(0)
                .path("id")
                .asString();
        String limit = "/api/v1/credit/" + account + "/limit";
        told("PUT /api/v1/credit/{account}/limit", () -> admin.put(limit, "{\"limit\":\"1.00\"}"));
        var held = order("", "5", buyer, goods, true, "order CREATED", "order_line CREATED");
        good(admin.put(limit, "{\"limit\":null}"));
        step(held, "retry", "{}", "stock_level CHANGED");
    }

    private record Goods(String sku) {}

    private String order(String endpoint, String key, String buyer, Goods goods, boolean submit, String... expected) {
        return told(
                        endpoint,
                        () -> admin.with("Idempotency-Key", key).post("/api/v1/orders", body(buyer, goods, submit)),
                        expected)
                .json()
                .path("order")
                .path("id")
                .asString();
    }

    private void step(String order, String verb, String body, String... expected) {
        told(
                "POST /api/v1/orders/{id}/" + verb,
                () -> admin.post("/api/v1/orders/" + order + "/" + verb, body),
                expected);
    }

    private String body(String buyer, Goods goods, boolean submit) {
        return "{\"seller\":\"%s\",\"buyer\":\"%s\",\"submit\":%s,\"lines\":[{\"sku\":\"%s\",\"unit\":\"each\",\"quantity\":7}]}"
                .formatted(head, buyer, submit, goods.sku());
    }

    private static String product(String category, String name) {
        return """
                {"code":"P","name":"%2$s","category":"%1$s","skus":[{"code":"P","name":"%2$s",
                "baseUnit":"each","units":[{"code":"case","numerator":12}]}]}
                """.formatted(category, name);
    }

    private static String entry(String sku, String unit, String price) {
        return "{\"entries\":[{\"sku\":\"%s\",\"unit\":\"%s\",\"price\":{\"amount\":\"%s\"}}]}"
                .formatted(sku, unit, price);
    }

    /** Calls an endpoint, and expects these changes to be told, in any order. */
    private Answer told(String endpoint, Supplier<Answer> call, String... expected) {
        changes.take(tenant);
        var answer = good(call.get());
        assertThat(changes.take(tenant).stream().map(OneWayIntegrationTests::name))
                .as(endpoint)
                .containsExactlyInAnyOrder(expected);
        if (!endpoint.isEmpty()) {
            walked.add(endpoint);
        }
        return answer;
    }

    private static String name(RecordsChanged change) {
        return change.object() + " " + change.kind();
    }

    /** Every endpoint of the modules that is not for reading. */
    private Set<String> writing() {
        var writing = new TreeSet<>(StandardBusiness.endpoints(context).keySet());
        writing.removeIf(endpoint -> endpoint.startsWith("GET "));
        return writing;
    }

    private Answer put(String path, String body) {
        return admin.with("If-Match", admin.get(path).header("ETag")).put(path, body);
    }

    private static String id(Answer answer) {
        return good(answer).json().path("id").asString();
    }

    private static Answer good(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isLessThan(300);
        return answer;
    }
}
