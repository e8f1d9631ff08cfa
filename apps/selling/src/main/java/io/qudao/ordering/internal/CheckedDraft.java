package io.qudao.ordering.internal;

import io.qudao.catalog.Sku;
import io.qudao.inventory.Demand;
import io.qudao.kernel.Quantity;
import io.qudao.ordering.OrderDraft;
import io.qudao.partner.TradingAccount;
import io.qudao.pricing.PriceQuestion;
import java.time.Instant;
import java.util.List;

/** A checked draft: its partners trade with each other and its lines are existing goods in whole base units. */
record CheckedDraft(OrderDraft draft, TradingAccount account, Instant at, List<Line> lines) {
    List<PriceQuestion.Line> priceLines() {
        return lines.stream()
                .map(line -> new PriceQuestion.Line(
                        line.number(),
                        line.sku().id(),
                        line.quantity().unit(),
                        line.quantity().value()))
                .toList();
    }

    List<Demand> demands() {
        return lines.stream()
                .map(line -> new Demand(line.sku().id(), line.base()))
                .toList();
    }

    /** One line; {@code base} is its quantity in base units (U1). */
    record Line(int number, Sku sku, Quantity quantity, long base) {}
}
