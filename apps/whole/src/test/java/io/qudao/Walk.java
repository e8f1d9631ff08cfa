package io.qudao;

import static org.assertj.core.api.Assertions.assertThat;

import io.qudao.catalog.internal.Pictures;
import io.qudao.record.RecordsChanged;
import io.qudao.tenancy.Tenant;
import io.qudao.testing.ApiClient;
import io.qudao.testing.ApiClient.Answer;
import io.qudao.testing.HttpTest;
import io.qudao.testing.Publishing;
import io.qudao.testing.RecordedChanges;
import io.qudao.testing.TenantFixture;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** A tenant whose every record is listened to, and the ways that lead through the commands of all modules. */
@HttpTest
abstract class Walk {
    static final String FIELD = "{\"label\":{\"en\":\"Heard\",\"zh-CN\":\"听到\"},\"type\":\"text\"}";
    static final List<String> OBJECTS = List.of(
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
    protected ApplicationContext context;

    @Autowired
    protected RecordedChanges changes;

    protected final Set<String> walked = new TreeSet<>();
    protected Tenant tenant;
    protected ApiClient admin;
    protected String head = "";

    @BeforeEach
    void listen() {
        tenant = TenantFixture.create(context);
        admin = ApiClient.admin(context, tenant);
        var fields = new ArrayList<String>();
        OBJECTS.forEach(object -> fields.addAll(List.of("field/" + object + "." + RecordedChanges.FIELD, FIELD)));
        Publishing.publish(admin, fields.toArray(String[]::new));
        head = admin.get("/api/v1/me").json().path("partner").asString();
    }

    /** The module's own fields and those of tenants by the records API; goods and prices as a seller makes them. */
    Goods goods() {
        var category = id(told(
                "POST /api/v1/categories",
                () -> admin.post("/api/v1/categories", "{\"code\":\"C\",\"name\":\"C\"}"),
                "category CREATED"));
        told(
                "PUT /api/v1/categories/{id}",
                () -> put("/api/v1/categories/" + category, "{\"code\":\"C\",\"name\":\"Drinks\"}"),
                "category CHANGED");
        var created = told(
                "POST /api/v1/products",
                () -> admin.post("/api/v1/products", product(category, "Cola")),
                "product CREATED",
                "sku CREATED");
        String product = id(created);
        String sku = created.json().path("skus").path(0).path("id").asString();
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

    void price(String sku) {
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

    void trade(String buyer, Goods goods) {
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

    void closeShort(String buyer, Goods goods) {
        var order = order("", "4", buyer, goods, true, "order CREATED", "order_line CREATED", "stock_level CHANGED");
        step(order, "approve", "{}", "order CHANGED");
        good(admin.post("/api/v1/orders/" + order + "/shipments", "{\"lines\":[{\"line\":1,\"quantity\":3}]}"));
        changes.take(tenant);
        step(order, "close", "{\"reason\":\"no\"}", "order CHANGED", "order_line CHANGED", "stock_level CHANGED");
    }

    void retry(String buyer, Goods goods) {
        String account = admin.get("/api/v1/accounts?buyer=" + buyer)
                .json()
                .path("items")
                .path(0)
                .path("id")
                .asString();
        String limit = "/api/v1/credit/" + account + "/limit";
        told("PUT /api/v1/credit/{account}/limit", () -> admin.put(limit, "{\"limit\":\"1.00\"}"));
        var held = order("", "5", buyer, goods, true, "order CREATED", "order_line CREATED", "order CHANGED");
        good(admin.put(limit, "{\"limit\":null}"));
        step(held, "retry", "{}", "order CHANGED", "stock_level CHANGED");
    }

    record Goods(String sku) {}

    String order(String endpoint, String key, String buyer, Goods goods, boolean submit, String... expected) {
        return told(
                        endpoint,
                        () -> admin.with("Idempotency-Key", key).post("/api/v1/orders", body(buyer, goods, submit)),
                        expected)
                .json()
                .path("order")
                .path("id")
                .asString();
    }

    void step(String order, String verb, String body, String... expected) {
        told(
                "POST /api/v1/orders/{id}/" + verb,
                () -> admin.post("/api/v1/orders/" + order + "/" + verb, body),
                expected);
    }

    String body(String buyer, Goods goods, boolean submit) {
        return "{\"seller\":\"%s\",\"buyer\":\"%s\",\"submit\":%s,\"lines\":[{\"sku\":\"%s\",\"unit\":\"each\",\"quantity\":7}]}"
                .formatted(head, buyer, submit, goods.sku());
    }

    static String product(String category, String name) {
        return """
                {"code":"P","name":"%2$s","category":"%1$s","skus":[{"code":"P","name":"%2$s",
                "baseUnit":"each","units":[{"code":"case","numerator":12}]}]}
                """.formatted(category, name);
    }

    static String entry(String sku, String unit, String price) {
        return "{\"entries\":[{\"sku\":\"%s\",\"unit\":\"%s\",\"price\":{\"amount\":\"%s\"}}]}"
                .formatted(sku, unit, price);
    }

    /** Calls an endpoint and expects these change events, in any order. */
    Answer told(String endpoint, Supplier<Answer> call, String... expected) {
        changes.take(tenant);
        var answer = good(call.get());
        assertThat(changes.take(tenant).stream().map(Walk::name)).as(endpoint).containsExactlyInAnyOrder(expected);
        if (!endpoint.isEmpty()) {
            walked.add(endpoint);
        }
        return answer;
    }

    static String name(RecordsChanged change) {
        return change.object() + " " + change.kind();
    }

    Answer put(String path, String body) {
        return admin.with("If-Match", admin.get(path).header("ETag")).put(path, body);
    }

    static String id(Answer answer) {
        return good(answer).json().path("id").asString();
    }

    static Answer good(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isLessThan(300);
        return answer;
    }
}
