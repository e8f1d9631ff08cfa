package io.qudao.deploy.replay;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * A real order: one invoice of one outlet on one day.
 *
 * @param at a separate instant within that day, shared with no other order of the outlet, so that a special price that
 *     applies for one second affects this order alone
 */
record RealOrder(String invoice, String outlet, Instant at, List<SalesLine> lines) {
    RealOrder {
        lines = List.copyOf(lines);
    }

    BigDecimal dollars() {
        return lines.stream().map(SalesLine::dollars).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    long bottles() {
        return lines.stream().mapToLong(SalesLine::bottles).sum();
    }

    /**
     * Returns the key of outlet, day and invoice number, because the same invoice number may occur for two outlets or
     * days.
     */
    String key() {
        return invoice + "/" + outlet + "/" + at;
    }
}
