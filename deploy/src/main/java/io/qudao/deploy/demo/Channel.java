package io.qudao.deploy.demo;

import io.qudao.deploy.client.TenantApi;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The partners below the head office, the terms of their accounts and their credit limits. */
final class Channel {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final TenantApi api;

    Channel(TenantApi api) {
        this.api = api;
    }

    /** Loads the partners; returns their ids by code. */
    Map<String, String> load() throws InterruptedException {
        var ids = new HashMap<String, String>();
        ApiLists.by("code", api, "/api/v1/partners")
                .forEach((code, partner) -> ids.put(code, partner.path("id").asString()));
        for (var partner : DemoPartner.all()) {
            if (!ids.containsKey(partner.code())) {
                ids.put(partner.code(), create(partner, ids.get(partner.parent())));
            }
        }
        for (var partner : DemoPartner.all()) {
            terms(partner, ids);
        }
        return ids;
    }

    private String create(DemoPartner partner, String parent) throws InterruptedException {
        var body = JSON.createObjectNode()
                .put("code", partner.code())
                .put("name", partner.name())
                .put("role", partner.role())
                .put("parent", parent);
        body.putPOJO("address", partner.address());
        return api.post("/api/v1/partners", JSON.writeValueAsString(body), Map.of())
                .orFail("The partner " + partner.name())
                .json()
                .path("id")
                .asString();
    }

    private void terms(DemoPartner partner, Map<String, String> ids) throws InterruptedException {
        var account = ApiLists.all(api, "/api/v1/accounts?buyer=" + ids.get(partner.code()))
                .getFirst();
        if (partner.parent().equals(DemoPartner.HEAD_OFFICE)
                && account.path("priceGroup").isNull()) {
            group(account);
        }
        api.actingFor(ids.get(partner.parent()))
                .put(
                        "/api/v1/credit/" + account.path("id").asString() + "/limit",
                        JSON.createObjectNode().put("limit", partner.limit()).toString())
                .orFail("The credit limit of " + partner.name());
    }

    private void group(JsonNode account) throws InterruptedException {
        var body = JSON.createObjectNode().put("priceGroup", DemoPrices.GROUP).put("status", "ACTIVE");
        api.put(
                        "/api/v1/accounts/" + account.path("id").asString(),
                        body.toString(),
                        Map.of("If-Match", "\"" + account.path("version").asLong() + "\""))
                .orFail("The price group of a distributor");
    }
}
