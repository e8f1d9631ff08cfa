package io.qudao.ordering.internal;

import io.qudao.ordering.CreditHold;
import io.qudao.ordering.Order;
import io.qudao.ordering.OrderStatus;
import io.qudao.ordering.OrderSummary;
import org.jspecify.annotations.Nullable;

/** An order as it stands after a step of this transaction, without reading it again. */
final class Standing {
    private Standing() {}

    static Order of(Order order, OrderStatus status) {
        return with(order, status, order.summary().creditHold());
    }

    static Order held(Order order, CreditHold hold) {
        return with(order, order.status(), hold);
    }

    private static Order with(Order order, OrderStatus status, @Nullable CreditHold creditHold) {
        var old = order.summary();
        var summary = new OrderSummary(
                old.id(),
                old.number(),
                old.seller(),
                old.sellerName(),
                old.buyer(),
                old.buyerName(),
                old.account(),
                status,
                creditHold,
                old.pricedAt(),
                old.createdAt(),
                old.total(),
                old.lines(),
                old.units(),
                old.externalNumber(),
                old.version() + 1);
        return new Order(summary, order.warehouse(), order.lines(), order.history(), order.custom());
    }
}
