package io.qudao.ordering.internal;

import io.qudao.kernel.Money;
import io.qudao.ordering.Order;
import io.qudao.ordering.OrderLine;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.Map;

/**
 * Calculates the value of a part of an order's goods: per line F(before + k) − F(before), where F is the rounded share
 * of the line's net amount, so that the parts of a line, shipped or not, always add up to it.
 */
final class Worth {
    private Worth() {}

    /** Returns the value of the next goods to be shipped, in base units by line number. */
    static Money of(Order order, Map<Integer, Long> goods) {
        var total = Money.zero(order.summary().totals().total().currency());
        for (OrderLine line : order.lines()) {
            long next = goods.getOrDefault(line.number(), 0L);
            total = total.plus(share(line, line.shipped() + next)).minus(share(line, line.shipped()));
        }
        return total;
    }

    /** Returns the value of everything that is open. */
    static Money open(Order order) {
        var open = new HashMap<Integer, Long>();
        order.lines().forEach(line -> open.put(line.number(), line.open()));
        return of(order, open);
    }

    private static Money share(OrderLine line, long units) {
        var currency = line.net().currency();
        var amount = line.net()
                .amount()
                .multiply(BigDecimal.valueOf(units))
                .divide(BigDecimal.valueOf(line.base()), currency.scale(), RoundingMode.HALF_UP);
        return new Money(amount, currency);
    }
}
