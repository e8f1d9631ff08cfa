package io.qudao;

import static org.assertj.core.api.Assertions.assertThat;

import io.qudao.testing.ApiClient;
import io.qudao.testing.HttpTest;
import io.qudao.testing.Shop;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

/** An empty cursor asks for the first page, whichever way a list goes. */
@HttpTest
class EmptyCursorIntegrationTests {
    private static final String API = "/api/v1/";

    @Autowired
    private ApplicationContext context;

    @Test
    void startsEveryListAtItsFirstPage() {
        var shop = new Shop(context, "cursor", "1.00");
        var narrowed = Map.of(
                API + "price-lists/{id}/entries", API + "price-lists/" + shop.list + "/entries?",
                API + "stock/movements",
                        API + "stock/movements?warehouse=%s&sku=%s&".formatted(shop.warehouse, shop.sku));
        var filled = new TreeSet<String>();
        for (String path : lists(shop.admin)) {
            String list = narrowed.getOrDefault(path, path + "?");
            var first = shop.admin.get(list);
            assertThat(first.status()).as(path).isEqualTo(200);
            assertThat(shop.admin.get(list + "cursor=").body()).as(path).isEqualTo(first.body());
            if (!first.json().path("items").isEmpty()) {
                filled.add(path);
            }
        }
        assertThat(filled)
                .contains(
                        API + "orders",
                        API + "shipments",
                        API + "stock/movements",
                        API + "stock",
                        API + "members",
                        API + "price-lists/{id}/entries",
                        API + "records/order");
    }

    /** Every endpoint that takes a cursor. */
    private static Set<String> lists(ApiClient api) {
        var lists = new TreeSet<String>();
        for (var path : api.get(API + "openapi.json").json().path("paths").properties()) {
            for (JsonNode parameter : path.getValue().path("get").path("parameters")) {
                if (parameter.path("name").asString("").equals("cursor")) {
                    lists.add(path.getKey());
                }
            }
        }
        return lists;
    }
}
