package io.qudao.pricing;

import io.qudao.catalog.SkuId;
import io.qudao.partner.TradingAccount;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * The question what these lines cost this account at this instant. The currency is the account's.
 *
 * @param at has the precision of stored entries, so that no instant lies between one price and the next
 */
public record PriceQuestion(TradingAccount account, Instant at, List<Line> lines) {
    public PriceQuestion {
        at = at.truncatedTo(ChronoUnit.MICROS);
        lines = List.copyOf(lines);
    }

    /**
     * One line to price.
     *
     * @param number repeated in the answer
     * @param quantity in {@code unit}; must be positive
     */
    public record Line(int number, SkuId sku, String unit, long quantity) {}
}
