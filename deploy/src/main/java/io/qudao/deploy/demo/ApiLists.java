package io.qudao.deploy.demo;

import io.qudao.deploy.client.TenantApi;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Reads complete lists of the API. */
final class ApiLists {
    private ApiLists() {}

    /** Returns every item, page after page; a plain list is one page. */
    static List<JsonNode> all(TenantApi api, String path) throws InterruptedException {
        var items = new ArrayList<JsonNode>();
        String more = path.contains("?") ? "&cursor=" : "?cursor=";
        for (String page = path; !page.isEmpty(); ) {
            var answer = api.get(page).orFail("Reading " + path).json();
            (answer.isArray() ? answer : answer.path("items")).forEach(items::add);
            String next = answer.path("next").asString("");
            page = next.isEmpty() ? "" : path + more + next;
        }
        return items;
    }

    /** Returns every item by the value of {@code key}. */
    static Map<String, JsonNode> by(String key, TenantApi api, String path) throws InterruptedException {
        var found = new LinkedHashMap<String, JsonNode>();
        all(api, path).forEach(item -> found.put(item.path(key).asString(), item));
        return found;
    }
}
