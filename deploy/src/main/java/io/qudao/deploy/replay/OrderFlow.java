package io.qudao.deploy.replay;

import io.qudao.deploy.client.Answer;
import io.qudao.deploy.client.TenantApi;
import java.math.BigDecimal;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Takes one real order through the platform: placed and submitted, approved, shipped; each step can be repeated. */
final class OrderFlow {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final TenantApi api;
    private final Latencies submits;

    OrderFlow(TenantApi api, Latencies submits) {
        this.api = api;
        this.submits = submits;
    }

    /** Runs all steps; returns the total the platform computed. */
    BigDecimal run(RealOrder order) throws InterruptedException {
        long began = System.nanoTime();
        var placed = place(order).orFail("Order " + order.key()).json().path("order");
        submits.add(System.nanoTime() - began);
        String id = placed.path("id").asString();
        if (placed.path("status").asString().equals("SUBMITTED")) {
            approve(id, order);
        }
        api.post("/api/v1/orders/" + id + "/shipments", "{}", Map.of("Idempotency-Key", "ship"))
                .orFail("Shipping " + order.key());
        return new BigDecimal(placed.path("total").path("amount").asString());
    }

    private Answer place(RealOrder order) throws InterruptedException {
        var body = JSON.createObjectNode()
                .put("buyerCode", MasterData.outletCode(order.outlet()))
                .put("sellerCode", "HQ")
                .put("submit", true)
                .put("at", order.at().toString())
                .put("externalNumber", order.key());
        body.putObject("confirmedTotal")
                .put("amount", order.dollars().toPlainString())
                .put("currency", "USD");
        var lines = body.putArray("lines");
        order.lines()
                .forEach(line -> lines.addObject()
                        .put("skuCode", line.item())
                        .put("unit", "each")
                        .put("quantity", line.bottles()));
        return api.post("/api/v1/orders", body.toString(), Map.of("Idempotency-Key", order.key()));
    }

    /** Approves the order; an order that is already approved counts as success. */
    private void approve(String id, RealOrder order) throws InterruptedException {
        var answer = api.post("/api/v1/orders/" + id + "/approve", "{}", Map.of());
        if (!answer.ok() && answer.status() != 409) {
            answer.orFail("Approving " + order.key());
        }
    }
}
