package io.qudao;

import static org.assertj.core.api.Assertions.assertThat;

import io.qudao.testing.ApiClient;
import io.qudao.testing.ApiClient.Answer;
import io.qudao.testing.HttpTest;
import io.qudao.testing.Shop;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

/** Pages of every list: an empty cursor asks for the first, whichever way a list goes, and all of them make up the list. */
@HttpTest
class ListPagesIntegrationTests {
    private static final String API = "/api/v1/";
    private static final int MOST_PAGES = 100;

    @Autowired
    private ApplicationContext context;

    @Test
    void startsEveryListAtItsFirstPage() {
        var shop = new Shop(context, "cursor", "1.00");
        var narrowed = narrowed(shop);
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

    @Test
    void makesUpEveryListOfPagesOfOne() {
        var shop = new Shop(context, "pages", "1.00");
        for (String from : new String[] {"0001-01-01T00:00:00Z", "1899-12-31T15:54:17Z", "1969-12-31T16:00:00Z"}) {
            var added = shop.admin.post(
                    API + "price-lists/" + shop.list + "/entries",
                    "{\"entries\":[{\"sku\":\"%s\",\"unit\":\"each\",\"from\":\"%s\",\"price\":{\"amount\":\"2\"}}]}"
                            .formatted(shop.sku, from));
            assertThat(added.status()).as(added.body()).isLessThan(300);
        }
        var narrowed = narrowed(shop);
        var longer = new TreeSet<String>();
        for (String path : lists(shop.admin)) {
            String list = narrowed.getOrDefault(path, path + "?");
            var whole = items(shop.admin.get(list + "limit=100"));
            assertThat(pagesOfOne(shop.admin, list)).as(path).isEqualTo(whole);
            if (whole.size() > 1) {
                longer.add(path);
            }
        }
        assertThat(longer).contains(API + "orders", API + "price-lists/{id}/entries", API + "records/order");
    }

    private static List<JsonNode> pagesOfOne(ApiClient api, String list) {
        var items = new ArrayList<JsonNode>();
        String cursor = "";
        for (int page = 0; page == 0 || !cursor.isEmpty(); page++) {
            assertThat(page).as(list).isLessThan(MOST_PAGES);
            var answer = api.get(list + "limit=1" + (page == 0 ? "" : "&cursor=" + cursor));
            items.addAll(items(answer));
            cursor = answer.json().path("next").asString("");
        }
        return items;
    }

    private static List<JsonNode> items(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json().path("items").valueStream().toList();
    }

    /** Lists of something, by their paths. */
    private static Map<String, String> narrowed(Shop shop) {
        return Map.of(
                API + "price-lists/{id}/entries", API + "price-lists/" + shop.list + "/entries?",
                API + "stock/movements",
                        API + "stock/movements?warehouse=%s&sku=%s&".formatted(shop.warehouse, shop.sku));
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
