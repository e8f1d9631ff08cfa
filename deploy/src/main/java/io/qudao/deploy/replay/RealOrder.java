package io.qudao.deploy.replay;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * An order as it really was: one invoice of one outlet on one day.
 *
 * @param at its own instant within that day, shared with no other order of the outlet, so that special prices of one second
 *     reach this order alone
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

    /** The same invoice number may name orders of two outlets or days: together they name one. */
    String key() {
        return invoice + "/" + outlet + "/" + at;
    }
}
