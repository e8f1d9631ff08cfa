package io.qudao.deploy.demo;

import io.qudao.deploy.client.TenantApi;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A few orders in different states; each step is taken by the partner responsible for it. */
final class FirstOrders {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final List<Wanted> ORDERS = List.of(
            new Wanted("D01", "HQ", List.of("W02 40", "T03 30", "N01 20"), Stage.RECEIVED),
            new Wanted("D02", "HQ", List.of("W01 30", "K01 12"), Stage.APPROVED),
            new Wanted("S01", "D01", List.of("W02 12", "T01 8", "J01 6"), Stage.RECEIVED),
            new Wanted("S02", "D01", List.of("M01 10", "M05 10"), Stage.SHIPPED),
            new Wanted("S03", "D02", List.of("N02 6", "N06 6"), Stage.SUBMITTED),
            new Wanted("O01", "S01", List.of("W02 3", "T01 2"), Stage.RECEIVED),
            new Wanted("O02", "S01", List.of("J01 2", "N04 1"), Stage.SUBMITTED),
            new Wanted("O03", "S02", List.of("M01 2", "K04 1"), Stage.APPROVED),
            new Wanted("O04", "S02", List.of("W02 4", "N06 6"), Stage.SUBMITTED),
            new Wanted("O05", "S03", List.of("T04 2", "K01 2"), Stage.SHIPPED),
            new Wanted("O07", "D01", List.of("W02 10", "W08 4"), Stage.SUBMITTED),
            new Wanted("D01", "HQ", List.of("W05 24", "T05 16", "K02 8"), Stage.SUBMITTED));

    private final TenantApi api;
    private final Map<String, String> partners;

    FirstOrders(TenantApi api, Map<String, String> partners) {
        this.api = api;
        this.partners = partners;
    }

    void load() throws InterruptedException {
        for (var wanted : ORDERS) {
            bring(wanted);
        }
    }

    /** Brings an order to its state; an order on credit hold stays there. */
    private void bring(Wanted wanted) throws InterruptedException {
        var buyer = api.actingFor(partners.get(wanted.buyer()));
        var seller = api.actingFor(partners.get(wanted.seller()));
        var order = place(buyer, wanted);
        String path = "/api/v1/orders/" + order.path("id").asString();
        boolean held = !order.path("creditHold").isNull();
        if (!held
                && wanted.stage().atLeast(Stage.APPROVED)
                && status(seller, path).equals("SUBMITTED")) {
            seller.post(path + "/approve", "{}", Map.of()).orFail("Approving " + wanted);
        }
        if (!held && wanted.stage().atLeast(Stage.SHIPPED)) {
            var shipment = seller.post(path + "/shipments", "{}", Map.of("Idempotency-Key", "first"))
                    .orFail("Shipping " + wanted)
                    .json();
            if (wanted.stage() == Stage.RECEIVED && shipment.path("receivedAt").isNull()) {
                buyer.post("/api/v1/shipments/" + shipment.path("id").asString() + "/receive", "{}", Map.of())
                        .orFail("Receiving " + wanted);
            }
        }
    }

    private JsonNode place(TenantApi buyer, Wanted wanted) throws InterruptedException {
        var body = JSON.createObjectNode()
                .put("sellerCode", wanted.seller())
                .put("buyerCode", wanted.buyer())
                .put("submit", true);
        var lines = body.putArray("lines");
        for (var line : wanted.lines()) {
            var words = line.split(" ", 2);
            lines.addObject()
                    .put("skuCode", words[0])
                    .put("unit", DemoPrices.CASE)
                    .put("quantity", Long.parseLong(words[1]));
        }
        String key = "demo-" + ORDERS.indexOf(wanted);
        return buyer.post("/api/v1/orders", body.toString(), Map.of("Idempotency-Key", key))
                .orFail("The order of " + wanted)
                .json()
                .path("order");
    }

    private static String status(TenantApi seller, String path) throws InterruptedException {
        return seller.get(path)
                .orFail("Reading an order")
                .json()
                .path("order")
                .path("status")
                .asString();
    }

    private enum Stage {
        SUBMITTED,
        APPROVED,
        SHIPPED,
        RECEIVED;

        boolean atLeast(Stage other) {
            return compareTo(other) >= 0;
        }
    }

    /**
     * An order of the demo.
     *
     * @param lines codes of SKUs and numbers of cases
     */
    private record Wanted(String buyer, String seller, List<String> lines, Stage stage) {}
}
