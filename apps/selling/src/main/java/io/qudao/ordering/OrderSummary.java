package io.qudao.ordering;

import io.qudao.partner.PartnerId;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An order as lists show it.
 *
 * @param creditHold why it is on credit hold 信用冻结; null if it is not
 * @param pricedAt the instant whose prices apply
 * @param actions what the caller may do with it now
 */
public record OrderSummary(
        OrderId id,
        String number,
        OrderStatus status,
        @Nullable CreditHold creditHold,
        OrderParties parties,
        OrderTotals totals,
        OrderReferences references,
        Instant pricedAt,
        Instant createdAt,
        int version,
        Set<OrderAction> actions) {
    public OrderSummary {
        actions = Set.copyOf(actions);
    }

    public boolean isHeld() {
        return creditHold != null;
    }

    public OrderState state() {
        return isHeld() ? OrderState.HELD : OrderState.of(status);
    }

    /** Returns the order after a step, with which every credit hold ends. */
    public OrderSummary moved(OrderStatus to) {
        return with(to, null, version + 1);
    }

    /** Returns the order put on credit hold, or released from it. */
    public OrderSummary held(@Nullable CreditHold hold) {
        return with(status, hold, version + 1);
    }

    /** Returns the order with the prices of another instant. */
    public OrderSummary priced(OrderTotals newTotals, Instant at) {
        return new OrderSummary(
                id, number, status, creditHold, parties, newTotals, references, at, createdAt, version, Set.of());
    }

    /** Returns the order with the names of its partners. */
    public OrderSummary named(Map<PartnerId, String> names) {
        return new OrderSummary(
                id,
                number,
                status,
                creditHold,
                parties.named(names),
                totals,
                references,
                pricedAt,
                createdAt,
                version,
                actions);
    }

    /** Returns the order with the actions open to the caller. */
    public OrderSummary allowing(Set<OrderAction> allowed) {
        return new OrderSummary(
                id, number, status, creditHold, parties, totals, references, pricedAt, createdAt, version, allowed);
    }

    private OrderSummary with(OrderStatus newStatus, @Nullable CreditHold hold, int newVersion) {
        return new OrderSummary(
                id, number, newStatus, hold, parties, totals, references, pricedAt, createdAt, newVersion, Set.of());
    }
}
