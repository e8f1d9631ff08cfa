package io.qudao.deploy.demo;

import io.qudao.deploy.client.TenantApi;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** A warehouse for each seller with its opening stock. */
final class OpeningStock {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    /** Every seventeenth SKU is sold out below the head office. */
    private static final int SOLD_OUT = 17;

    private final TenantApi api;
    private final Map<String, String> partners;
    private final Map<String, String> skus;

    OpeningStock(TenantApi api, Map<String, String> partners, Map<String, String> skus) {
        this.api = api;
        this.partners = partners;
        this.skus = skus;
    }

    void load() throws InterruptedException {
        fill(DemoPartner.HEAD_OFFICE, "渠乐中央仓", 400);
        for (var partner : DemoPartner.all()) {
            if (partner.sells()) {
                fill(partner.code(), partner.name() + "仓库", partner.role().equals("DISTRIBUTOR") ? 60 : 20);
            }
        }
    }

    private void fill(String owner, String name, int cases) throws InterruptedException {
        var ours = api.actingFor(partners.get(owner));
        String warehouse = warehouse(ours, owner, name);
        var there = ApiLists.by("sku", ours, "/api/v1/stock");
        int at = 0;
        for (var product : goods(owner)) {
            String sku = skus.get(product.code());
            long quantity = (cases + 5L * (at++ % 7)) * product.perCase();
            if (!there.containsKey(sku)) {
                var body = JSON.createObjectNode()
                        .put("warehouse", warehouse)
                        .put("sku", sku)
                        .put("difference", quantity)
                        .put("reason", "期初库存");
                ours.post("/api/v1/stock/adjustments", body.toString(), Map.of())
                        .orFail("Stock of " + product.name() + " at " + name);
            }
        }
    }

    private static List<DemoProduct> goods(String owner) {
        var all = DemoProduct.all();
        if (owner.equals(DemoPartner.HEAD_OFFICE)) {
            return all;
        }
        var carried = new ArrayList<DemoProduct>();
        for (int at = 0; at < all.size(); at++) {
            if (at % SOLD_OUT != SOLD_OUT - 1) {
                carried.add(all.get(at));
            }
        }
        return carried;
    }

    private static String warehouse(TenantApi ours, String owner, String name) throws InterruptedException {
        var there = ApiLists.all(ours, "/api/v1/warehouses");
        if (!there.isEmpty()) {
            return there.getFirst().path("id").asString();
        }
        var body = JSON.createObjectNode().put("code", owner).put("name", name);
        return ours.post("/api/v1/warehouses", body.toString(), Map.of())
                .orFail("The warehouse " + name)
                .json()
                .path("id")
                .asString();
    }
}
