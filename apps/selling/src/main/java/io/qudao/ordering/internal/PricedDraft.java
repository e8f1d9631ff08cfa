package io.qudao.ordering.internal;

import io.qudao.kernel.Money;
import io.qudao.kernel.Value;
import io.qudao.kernel.Violation;
import io.qudao.ordering.OrderLine;
import io.qudao.ordering.OrderTotals;
import io.qudao.ordering.Submission;
import io.qudao.pricing.LinePrice;
import io.qudao.pricing.PriceMode;
import io.qudao.pricing.Prices;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A checked draft with the price of each line; {@code unpriced} contains the numbers of lines without a price. */
record PricedDraft(CheckedDraft checked, PriceMode mode, List<OrderLine> lines, List<Integer> unpriced) {
    private static final BigDecimal MOST = BigDecimal.TEN.pow(12);

    static PricedDraft of(CheckedDraft checked, Prices prices) {
        var lines = new ArrayList<OrderLine>();
        var unpriced = new ArrayList<Integer>();
        for (int i = 0; i < prices.lines().size(); i++) {
            switch (prices.lines().get(i)) {
                case LinePrice.Priced priced -> lines.add(line(checked.lines().get(i), priced));
                case LinePrice.NoPrice none -> unpriced.add(none.number());
            }
        }
        return new PricedDraft(checked, prices.mode(), List.copyOf(lines), List.copyOf(unpriced));
    }

    Money total() {
        return lines.stream()
                .map(OrderLine::net)
                .reduce(Money.zero(checked.account().currency()), Money::plus);
    }

    OrderTotals totals() {
        return new OrderTotals(
                total(), lines.size(), lines.stream().mapToLong(OrderLine::base).sum());
    }

    /** Returns violations for amounts that are too large for an order. */
    List<Violation> tooDear() {
        var violations = new ArrayList<Violation>();
        for (OrderLine line : lines) {
            if (line.net().amount().compareTo(MOST) >= 0) {
                violations.add(
                        Violation.of("lines[" + (line.number() - 1) + "].quantity", "too_dear", MOST.toPlainString()));
            }
        }
        if (violations.isEmpty() && total().amount().compareTo(MOST) >= 0) {
            violations.add(Violation.of("lines", "too_dear", MOST.toPlainString()));
        }
        return violations;
    }

    /**
     * Returns why the order is refused at these prices: a line has none (P4), or the client confirmed another total
     * (P7).
     */
    Optional<Submission> refusal(@Nullable Money confirmed) {
        if (!unpriced.isEmpty()) {
            return Optional.of(new Submission.Unpriced(unpriced));
        }
        if (confirmed == null || confirmed.sameAs(total())) {
            return Optional.empty();
        }
        var now = lines.stream()
                .map(line -> new Submission.LineNow(
                        line.number(), line.skuCode(), line.price().unit(), line.net()))
                .toList();
        return Optional.of(new Submission.PriceChanged(confirmed, total(), now));
    }

    private static OrderLine line(CheckedDraft.Line line, LinePrice.Priced priced) {
        return new OrderLine(
                line.number(),
                line.sku().id(),
                line.sku().code(),
                line.sku().name(),
                line.quantity(),
                line.base(),
                new OrderLine.Price(
                        priced.unitPrice(),
                        priced.list(),
                        priced.entry(),
                        priced.version(),
                        String.join("\n", priced.trace())),
                priced.net(),
                0,
                0,
                Value.Fields.EMPTY);
    }
}
