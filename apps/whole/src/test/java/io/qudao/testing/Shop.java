package io.qudao.testing;

import io.qudao.tenancy.Tenant;
import io.qudao.testing.ApiClient.Answer;
import java.util.UUID;
import org.springframework.context.ApplicationContext;

/**
 * A tenant that trades, all of it made over HTTP by its administrator and named by one word: head office HQ sells goods to a
 * distributor, and buys from it. One order is partly shipped, one waits for review, one is a draft.
 */
public final class Shop {
    public final Tenant tenant;
    public final ApiClient admin;
    public final String head;
    public final String distributor;
    public final String account;
    public final String category;
    public final String product;
    public final String sku;
    public final String list;
    public final String entry;
    public final String warehouse;
    public final String shipped;
    public final String shipment;
    public final String submitted;
    public final String draft;

    private final String word;

    /** @param price of one of its goods */
    public Shop(ApplicationContext context, String word, String price) {
        this.word = word;
        tenant = TenantFixture.create(context);
        admin = ApiClient.admin(context, tenant);
        head = admin.get("/api/v1/me").json().path("partner").asString();
        distributor = made("partners", "{\"code\":\"%1$s\",\"name\":\"%1$s\",\"role\":\"distributor\"}");
        account = openAccounts();
        category = made("categories", "{\"code\":\"%1$s\",\"name\":\"%1$s\"}");
        var goods = good(admin.post("/api/v1/products", named("""
                        {"code":"%1$s","name":"%1$s","category":"{category}","skus":[{"code":"%1$s","name":"%1$s",
                        "baseUnit":"each","units":[{"code":"case","numerator":12}]}]}
                        """).replace("{category}", category)));
        product = goods.json().path("id").asString();
        sku = goods.json().path("skus").path(0).path("id").asString();
        list = made("price-lists", "{\"code\":\"%1$s\",\"name\":\"%1$s\",\"scope\":\"base\",\"priority\":1}");
        entry = price(price);
        warehouse = made("warehouses", "{\"code\":\"%1$s\",\"name\":\"%1$s\"}");
        good(admin.post("/api/v1/stock/adjustments", adjustment(warehouse, sku)));
        shipped = order("shipped", true);
        good(admin.post("/api/v1/orders/" + shipped + "/approve", "{}"));
        shipment = good(admin.post(
                        "/api/v1/orders/" + shipped + "/shipments", "{\"lines\":[{\"line\":1,\"quantity\":3}]}"))
                .json()
                .path("id")
                .asString();
        submitted = order("submitted", true);
        draft = order("draft", false);
    }

    /** An order of seven from the head office. */
    public String orderBody(String buyer, String wanted, boolean submit) {
        return "{\"seller\":\"%s\",\"buyer\":\"%s\",\"submit\":%s,\"lines\":[{\"sku\":\"%s\",\"unit\":\"each\",\"quantity\":7}]}"
                .formatted(head, buyer, submit, wanted);
    }

    public String adjustment(String where, String what) {
        return named("{\"warehouse\":\"%2$s\",\"sku\":\"%3$s\",\"difference\":100,\"reason\":\"%1$s\"}", where, what);
    }

    private String openAccounts() {
        String sold = "/api/v1/accounts?seller=" + head;
        String id = admin.get(sold).json().path("items").path(0).path("id").asString();
        String path = "/api/v1/accounts/" + id;
        good(admin.with("If-Match", admin.get(path).header("ETag")).put(path, named("{\"priceGroup\":\"%1$s\"}")));
        good(admin.post("/api/v1/accounts", "{\"seller\":\"%s\",\"buyer\":\"%s\"}".formatted(distributor, head)));
        return id;
    }

    private String price(String price) {
        String entries = "/api/v1/price-lists/" + list + "/entries";
        good(admin.post(
                entries,
                "{\"entries\":[{\"sku\":\"%s\",\"unit\":\"each\",\"price\":{\"amount\":\"%s\"}}]}"
                        .formatted(sku, price)));
        return admin.get(entries).json().path("items").path(0).path("id").asString();
    }

    private String order(String key, boolean submit) {
        return good(admin.with("Idempotency-Key", key).post("/api/v1/orders", orderBody(distributor, sku, submit)))
                .json()
                .path("order")
                .path("id")
                .asString();
    }

    private String made(String things, String body) {
        return good(admin.post("/api/v1/" + things, named(body)))
                .json()
                .path("id")
                .asString();
    }

    private String named(String body, Object... more) {
        var arguments = new Object[more.length + 1];
        arguments[0] = word;
        System.arraycopy(more, 0, arguments, 1, more.length);
        return body.formatted(arguments);
    }

    private static Answer good(Answer answer) {
        if (answer.status() >= 300) {
            throw new IllegalStateException(answer.status() + " " + answer.body());
        }
        return answer;
    }

    /** An id of nothing. */
    public static String nobody() {
        return new UUID(0x7000L, 0x8000_0000_0000_0001L).toString();
    }
}
