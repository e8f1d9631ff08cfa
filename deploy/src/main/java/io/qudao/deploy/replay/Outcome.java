package io.qudao.deploy.replay;

import java.math.BigDecimal;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * The result of a replay.
 *
 * @param orders counted in the platform at the end, as are lines, bottles and amount
 * @param rejectedRows sales rows that were not ordered, by reason
 * @param badRows rows that imports refused, by target
 * @param warnings oddities of products that were imported all the same
 * @param equal whether platform and file agree to the cent, taking rejected rows into account, and every counter equals
 *     its ledger
 */
public record Outcome(
        long orders,
        long lines,
        long bottles,
        BigDecimal amount,
        Map<String, Integer> rejectedRows,
        Map<String, Long> badRows,
        Map<String, Integer> warnings,
        double ordersPerSecond,
        double p50,
        double p95,
        double p99,
        boolean equal) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Returns the last line of the report. */
    public String toJson() {
        var json = JSON.createObjectNode()
                .put("orders", orders)
                .put("lines", lines)
                .put("bottles", bottles)
                .put("amount", amount.toPlainString());
        json.set("rejected_rows", JSON.valueToTree(rejectedRows));
        json.set("import_rows_refused", JSON.valueToTree(badRows));
        json.set("warnings", JSON.valueToTree(warnings));
        return json.put("orders_per_second", Math.round(ordersPerSecond * 10) / 10.0)
                .put("p50_ms", p50)
                .put("p95_ms", p95)
                .put("p99_ms", p99)
                .put("equal", equal)
                .toString();
    }
}
