package io.qudao.ordering.internal;

import io.qudao.catalog.SkuId;
import io.qudao.credit.Credit;
import io.qudao.inventory.Stock;
import io.qudao.ordering.OrderDraft;
import io.qudao.ordering.OrderLine;
import io.qudao.ordering.Quote;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Calculates what an order would cost now with the same steps as a submission (P6), without storing anything. */
@Component
class Quoting {
    private final Drafts drafts;
    private final Stock stock;
    private final Credit credit;

    Quoting(Drafts drafts, Stock stock, Credit credit) {
        this.drafts = drafts;
        this.stock = stock;
        this.credit = credit;
    }

    Quote quote(OrderDraft draft) {
        var priced = drafts.price(draft);
        var skus =
                priced.checked().lines().stream().map(line -> line.sku().id()).toList();
        var left = new HashMap<>(stock.available(drafts.warehouse(priced).id(), skus));
        var prices = new HashMap<Integer, OrderLine>();
        priced.lines().forEach(line -> prices.put(line.number(), line));
        var lines = new ArrayList<Quote.Line>();
        for (CheckedDraft.Line line : priced.checked().lines()) {
            lines.add(line(line, prices.get(line.number()), left));
            left.computeIfPresent(line.sku().id(), (sku, there) -> Math.max(there - line.base(), 0));
        }
        return new Quote(
                lines,
                priced.total(),
                credit.standingForQuote(priced.checked().account().id()));
    }

    private static Quote.Line line(CheckedDraft.Line line, @Nullable OrderLine price, Map<SkuId, Long> available) {
        return new Quote.Line(
                line.number(),
                line.sku().id(),
                line.sku().code(),
                line.sku().name(),
                line.quantity(),
                line.base(),
                price == null ? null : price.price().unit(),
                price == null ? null : price.net(),
                available.getOrDefault(line.sku().id(), 0L));
    }
}
