package io.qudao.deploy.demo;

import io.qudao.deploy.client.TenantApi;
import java.awt.Color;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Categories, products with one SKU each, and their pictures. */
final class DemoGoods {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String BRAND = "渠乐";

    private final TenantApi api;

    DemoGoods(TenantApi api) {
        this.api = api;
    }

    /** Loads the products; returns the ids of their SKUs by code. */
    Map<String, String> load() throws Exception {
        var categories = categories();
        var looks = DemoCategory.all().stream().collect(Collectors.toMap(DemoCategory::code, Function.identity()));
        var there = ApiLists.by("code", api, "/api/v1/products");
        var skus = new LinkedHashMap<String, String>();
        int variant = 0;
        for (var product : DemoProduct.all()) {
            var stored = there.containsKey(product.code())
                    ? there.get(product.code())
                    : create(product, categories.get(product.category()));
            skus.put(product.code(), stored.path("skus").path(0).path("id").asString());
            if (stored.path("picture").isNull()) {
                var look = looks.get(product.category());
                draw(stored.path("id").asString(), look, variant);
            }
            variant++;
        }
        return skus;
    }

    private Map<String, String> categories() throws InterruptedException {
        var ids = new HashMap<String, String>();
        ApiLists.by("code", api, "/api/v1/categories")
                .forEach((code, category) -> ids.put(code, category.path("id").asString()));
        for (var category : DemoCategory.all()) {
            if (!ids.containsKey(category.code())) {
                var body = JSON.createObjectNode().put("code", category.code()).put("name", category.name());
                var made = api.post("/api/v1/categories", body.toString(), Map.of())
                        .orFail("The category " + category.name());
                ids.put(category.code(), made.json().path("id").asString());
            }
        }
        return ids;
    }

    private JsonNode create(DemoProduct product, String category) throws InterruptedException {
        var body = JSON.createObjectNode()
                .put("code", product.code())
                .put("name", product.name())
                .put("brand", BRAND)
                .put("category", category);
        var sku = body.putArray("skus")
                .addObject()
                .put("code", product.code())
                .put("name", product.name())
                .put("baseUnit", product.unit());
        sku.putArray("units").addObject().put("code", DemoPrices.CASE).put("numerator", product.perCase());
        return api.post("/api/v1/products", body.toString(), Map.of())
                .orFail("The product " + product.name())
                .json();
    }

    private void draw(String product, DemoCategory look, int variant) throws Exception {
        byte[] png = PictureTile.png(Color.decode(look.colour()), look.shape(), variant);
        api.upload("/api/v1/products/" + product + "/picture", "image/png", png).orFail("A picture");
    }
}
