package io.qudao.deploy.demo;

import io.qudao.deploy.client.TenantApi;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/**
 * The prices of each seller: a list for everybody with a break for many cases, one for a group, one for a single buyer.
 */
final class DemoPrices {
    static final String GROUP = "KEY";
    static final String CASE = "case";

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int MANY_CASES = 10;
    private static final BigDecimal CASE_SHARE = new BigDecimal("0.96");
    private static final BigDecimal MANY_SHARE = new BigDecimal("0.92");

    private final TenantApi api;
    private final Map<String, String> partners;
    private final Map<String, String> skus;

    DemoPrices(TenantApi api, Map<String, String> partners, Map<String, String> skus) {
        this.api = api;
        this.partners = partners;
        this.skus = skus;
    }

    void load() throws InterruptedException {
        var all = DemoProduct.all();
        base(DemoPartner.HEAD_OFFICE, "出厂价", BigDecimal.ONE, all);
        for (var partner : DemoPartner.all()) {
            if (partner.sells()) {
                base(partner.code(), "批发价", markup(partner), all);
            }
        }
        var tea = of("TEA", all);
        var group = new PriceTable(DemoPartner.HEAD_OFFICE, "KEY", "核心分销价（茶饮）", "GROUP", GROUP);
        fill(group, tea, new BigDecimal("0.95"));
        var contract = new PriceTable("S01", "O01", "鲁迅路便利店合同价", "CONTRACT", partners.get("O01"));
        fill(contract, of("WATER", all), new BigDecimal("1.18"));
    }

    private void base(String seller, String name, BigDecimal markup, List<DemoProduct> products)
            throws InterruptedException {
        fill(new PriceTable(seller, "BASE", name, "BASE", ""), products, markup);
    }

    private static BigDecimal markup(DemoPartner seller) {
        return new BigDecimal(seller.role().equals("DISTRIBUTOR") ? "1.12" : "1.26");
    }

    private static List<DemoProduct> of(String category, List<DemoProduct> all) {
        return all.stream()
                .filter(product -> product.category().equals(category))
                .toList();
    }

    private void fill(PriceTable table, List<DemoProduct> products, BigDecimal markup) throws InterruptedException {
        var body = JSON.createObjectNode();
        var entries = body.putArray("entries");
        for (var product : products) {
            var each = product.price().multiply(markup);
            var perCase = each.multiply(BigDecimal.valueOf(product.perCase()));
            String sku = skus.get(product.code());
            add(entries, sku, product.unit(), 1, each);
            add(entries, sku, CASE, 1, perCase.multiply(CASE_SHARE));
            add(entries, sku, CASE, MANY_CASES, perCase.multiply(MANY_SHARE));
        }
        api.post("/api/v1/price-lists/" + list(table) + "/entries", body.toString(), Map.of())
                .orFail("The prices of " + table);
    }

    private static void add(ArrayNode entries, String sku, String unit, int minimum, BigDecimal price) {
        entries.addObject()
                .put("sku", sku)
                .put("unit", unit)
                .put("minimum", minimum)
                .putObject("price")
                .put(
                        "amount",
                        price.setScale(1, RoundingMode.HALF_UP).setScale(2).toPlainString())
                .put("currency", "CNY");
    }

    private String list(PriceTable table) throws InterruptedException {
        String seller = partners.get(table.seller());
        var there = ApiLists.by("code", api, "/api/v1/price-lists?seller=" + seller);
        if (there.containsKey(table.code())) {
            return there.get(table.code()).path("id").asString();
        }
        var body = JSON.createObjectNode()
                .put("seller", seller)
                .put("code", table.code())
                .put("name", table.name())
                .put("scope", table.scope())
                .put("priority", 1);
        if (!table.key().isEmpty()) {
            body.put("scopeKey", table.key());
        }
        return api.post("/api/v1/price-lists", body.toString(), Map.of())
                .orFail("The price list " + table)
                .json()
                .path("id")
                .asString();
    }

    private record PriceTable(String seller, String code, String name, String scope, String key) {}
}
