package io.qudao.testing;

import io.qudao.tenancy.Tenant;
import io.qudao.testing.ApiClient.Answer;
import java.util.Map;
import org.springframework.context.ApplicationContext;

/**
 * A tenant whose records have a value of their own in each field, as far as a field leaves a choice: where one appears, it is
 * known which field it is from. The head office has sold two goods to a distributor and holds the next order.
 */
public final class DistinctShop {
    public final Tenant tenant;
    public final ApiClient admin;
    public final String head;

    /** Ids by what stands for them in paths, such as {@code partners}. */
    public final Map<String, String> ids;

    public DistinctShop(ApplicationContext context) {
        tenant = TenantFixture.create(context);
        admin = ApiClient.admin(context, tenant);
        head = admin.get("/api/v1/me").at("/partner");
        var distributor = made("partners", """
            {"code":"Zcode1","name":"Zname of a partner","role":"distributor","address":{"province":"Zprovince",
             "city":"Zcity","district":"Zdistrict","street":"Zstreet","postalCode":"730117","contact":"Zcontact",
             "phone":"13973010022"}}""");
        var account = account();
        var shelf = made("categories", "{\"code\":\"Zshelfcode\",\"name\":\"Zshelf\"}");
        var below =
                made("categories", "{\"code\":\"Zbelowcode\",\"name\":\"Zbelow\",\"parent\":\"%s\"}".formatted(shelf));
        var goods = goods(below);
        var one = new Line(goods.at("/skus/0/id"), "zbottle");
        var two = new Line(goods.at("/skus/1/id"), "zcan");
        var list = prices(one, two);
        var warehouse = made("warehouses", "{\"code\":\"Zplacecode\",\"name\":\"Zplace\"}");
        stock(warehouse, one, 912_345);
        stock(warehouse, two, 812_345);
        good(admin.put("/api/v1/credit/" + account + "/limit", "{\"limit\":\"61234.56\"}"));
        var order = order(distributor, one.of(3_401), two.of(2_713), "Zexternal1");
        var shipment = ship(order, distributor);
        order(distributor, one.of(1_511), two.of(1_907), "Zexternal2");
        ids = Map.of(
                "partners", distributor,
                "accounts", account,
                "credit", account,
                "categories", below,
                "products", goods.at("/id"),
                "skus", one.sku(),
                "price-lists", list,
                "orders", order,
                "shipments", shipment,
                "warehouse", warehouse);
    }

    private String account() {
        var account = admin.get("/api/v1/accounts?seller=" + head).at("/items/0/id");
        good(admin.with("If-Match", admin.get("/api/v1/accounts/" + account).header("ETag"))
                .put("/api/v1/accounts/" + account, "{\"priceGroup\":\"Zgroup\"}"));
        return account;
    }

    private Answer goods(String category) {
        return good(admin.post("/api/v1/products", """
            {"code":"Zproductcode","name":"Zproduct","brand":"Zbrand","category":"%s","skus":[
             {"code":"Zskucode1","name":"Zsku one","barcode":"6907301000011","baseUnit":"zbottle"},
             {"code":"Zskucode2","name":"Zsku two","barcode":"6907301000028","baseUnit":"zcan"}]}
            """.formatted(category)));
    }

    private String prices(Line one, Line two) {
        var list =
                made("price-lists", "{\"code\":\"Zlistcode\",\"name\":\"Zlist\",\"scope\":\"base\",\"priority\":7341}");
        made(
                "price-lists",
                "{\"code\":\"Zothercode\",\"name\":\"Zother\",\"scope\":\"group\",\"scopeKey\":\"Zkey\",\"priority\":7342}");
        sell(list, one, "11.37");
        sell(list, two, "5.19");
        return list;
    }

    private String order(String buyer, String first, String second, String external) {
        var body = "{\"seller\":\"%s\",\"buyer\":\"%s\",\"submit\":true,\"externalNumber\":\"%s\",\"lines\":[%s,%s]}"
                .formatted(head, buyer, external, first, second);
        return good(admin.with("Idempotency-Key", external).post("/api/v1/orders", body))
                .at("/order/id");
    }

    private String ship(String order, String buyer) {
        String path = "/api/v1/orders/" + order;
        good(admin.post(path + "/approve", "{}"));
        var body = "{\"lines\":[{\"line\":1,\"quantity\":1207}],\"carrier\":\"Zcarrier\",\"tracking\":\"Ztracking\"}";
        var shipment = good(admin.post(path + "/shipments", body)).at("/id");
        good(admin.with("X-Qudao-Partner", buyer).post("/api/v1/shipments/" + shipment + "/receive", "{}"));
        return shipment;
    }

    private void sell(String list, Line goods, String price) {
        good(admin.post(
                "/api/v1/price-lists/" + list + "/entries",
                "{\"entries\":[{\"sku\":\"%s\",\"unit\":\"%s\",\"price\":{\"amount\":\"%s\"}}]}"
                        .formatted(goods.sku(), goods.unit(), price)));
    }

    private void stock(String warehouse, Line goods, int quantity) {
        good(admin.post(
                "/api/v1/stock/adjustments",
                "{\"warehouse\":\"%s\",\"sku\":\"%s\",\"difference\":%d,\"reason\":\"Z\"}"
                        .formatted(warehouse, goods.sku(), quantity)));
    }

    private String made(String things, String body) {
        return good(admin.post("/api/v1/" + things, body)).at("/id");
    }

    private static Answer good(Answer answer) {
        if (answer.status() >= 300) {
            throw new IllegalStateException(answer.status() + " " + answer.body());
        }
        return answer;
    }

    private record Line(String sku, String unit) {
        String of(int quantity) {
            return "{\"sku\":\"%s\",\"unit\":\"%s\",\"quantity\":%d}".formatted(sku, unit, quantity);
        }
    }
}
