package io.qudao.ordering.web;

import io.qudao.ordering.Quote;
import io.qudao.record.StandsFor;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A quote in JSON; {@code base} and {@code available} are base units. */
record QuoteBody(
        List<Line> lines,
        @Nullable MoneyBody total,
        boolean orderable,
        @Nullable MoneyBody exposure,
        @Nullable MoneyBody creditLimit) {
    static QuoteBody of(Quote quote) {
        return new QuoteBody(
                quote.lines().stream().map(Line::of).toList(),
                MoneyBody.of(quote.total()),
                quote.orderable(),
                MoneyBody.of(quote.credit().exposure()),
                MoneyBody.of(quote.credit().limit()));
    }

    record Line(
            int number,
            UUID sku,
            @StandsFor("sku.code") String skuCode,
            @StandsFor("sku.name") String skuName,
            String unit,
            long quantity,
            long base,
            @Nullable MoneyBody unitPrice,
            @Nullable MoneyBody net,
            long available) {
        static Line of(Quote.Line line) {
            return new Line(
                    line.number(),
                    line.sku().value(),
                    line.skuCode(),
                    line.skuName(),
                    line.quantity().unit(),
                    line.quantity().value(),
                    line.base(),
                    MoneyBody.of(line.unitPrice()),
                    MoneyBody.of(line.net()),
                    line.available());
        }
    }
}
