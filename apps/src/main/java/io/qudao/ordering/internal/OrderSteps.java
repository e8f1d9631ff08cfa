package io.qudao.ordering.internal;

import io.qudao.kernel.Money;
import io.qudao.kernel.ProblemException;
import io.qudao.kernel.Violation;
import io.qudao.ordering.Order;
import io.qudao.ordering.OrderApproved;
import io.qudao.ordering.OrderCancelled;
import io.qudao.ordering.OrderId;
import io.qudao.ordering.OrderLine;
import io.qudao.ordering.OrderStatus;
import io.qudao.ordering.OrderingProblem;
import io.qudao.partner.PartnerId;
import io.qudao.partner.Partners;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** The steps of an order after its submit; each under the order's row lock. */
@Component
class OrderSteps {
    private final OrderReading reading;
    private final OrderWrites writes;
    private final Promises promises;
    private final Partners partners;
    private final OrderNews news;
    private final ApplicationEventPublisher events;

    OrderSteps(
            OrderReading reading,
            OrderWrites writes,
            Promises promises,
            Partners partners,
            OrderNews news,
            ApplicationEventPublisher events) {
        this.reading = reading;
        this.writes = writes;
        this.promises = promises;
        this.partners = partners;
        this.news = news;
        this.events = events;
    }

    /** An order of which the caller is the seller, waiting for review and not held. */
    Order forReview(OrderId id) {
        var order = reading.lock(id);
        requireSeller(order);
        require(order, OrderStatus.APPROVED);
        if (order.summary().creditHold() != null) {
            throw new ProblemException(
                    OrderingProblem.CREDIT_HELD, order.summary().number());
        }
        return order;
    }

    void approved(OrderId id, @Nullable String reason, Instant now) {
        var order = reading.lock(id);
        require(order, OrderStatus.APPROVED);
        promises.approved(order);
        move(order, OrderStatus.APPROVED, reason, now);
        events.publishEvent(new OrderApproved(id));
    }

    void rejected(OrderId id, @Nullable String reason, Instant now) {
        var order = reading.lock(id);
        require(order, OrderStatus.REJECTED);
        end(order, OrderStatus.REJECTED, reason, now);
    }

    Order cancelled(OrderId id, String reason, Instant now) {
        requireReason(reason);
        var order = reading.lock(id);
        requireCanceller(order);
        require(order, OrderStatus.CANCELLED);
        promises.withdrawReview(order, reason);
        end(order, OrderStatus.CANCELLED, reason, now);
        return reading.get(id);
    }

    Order shippable(OrderId id) {
        var order = reading.lock(id);
        requireSeller(order);
        return order;
    }

    Order shipped(Order order, Map<Integer, Long> goods, Instant now) {
        writes.addShipped(order.id(), goods);
        promises.shipped(order, worth(order, goods));
        long left = order.lines().stream().mapToLong(OrderLine::open).sum()
                - goods.values().stream().mapToLong(Long::longValue).sum();
        var next = left == 0 ? OrderStatus.SHIPPED : OrderStatus.PARTLY_SHIPPED;
        require(order, next);
        move(order, next, null, now);
        return Standing.of(order, next);
    }

    void received(OrderId id, BooleanSupplier everything, Instant now) {
        var order = reading.lock(id);
        if (order.status() == OrderStatus.SHIPPED && everything.getAsBoolean()) {
            move(order, OrderStatus.COMPLETED, null, now);
        }
    }

    static void requireReason(String reason) {
        if (reason.isBlank()) {
            throw new ProblemException(OrderingProblem.REASON_MISSING, List.of(Violation.of("reason", "required")));
        }
    }

    private void end(Order order, OrderStatus status, @Nullable String reason, Instant now) {
        promises.giveBack(order);
        writes.cancelOpen(order.id());
        move(order, status, reason, now);
        events.publishEvent(new OrderCancelled(order.id(), status));
    }

    private void move(Order order, OrderStatus next, @Nullable String reason, Instant now) {
        writes.step(order.id(), order.status(), next, reason, now);
        news.moved(Standing.of(order, next));
    }

    /**
     * The worth of goods in a shipment: F(before + k) − F(before) per line, F the rounded share of the line's net, so that
     * the shipments of a line add up to it.
     */
    private static Money worth(Order order, Map<Integer, Long> goods) {
        var total = Money.zero(order.summary().total().currency());
        for (OrderLine line : order.lines()) {
            long now = goods.getOrDefault(line.number(), 0L);
            total = total.plus(share(line, line.shipped() + now)).minus(share(line, line.shipped()));
        }
        return total;
    }

    private static Money share(OrderLine line, long units) {
        var currency = line.net().currency();
        var amount = line.net()
                .amount()
                .multiply(BigDecimal.valueOf(units))
                .divide(BigDecimal.valueOf(line.base()), currency.scale(), RoundingMode.HALF_UP);
        return new Money(amount, currency);
    }

    private void requireSeller(Order order) {
        if (!partners.reach().covers(order.summary().seller())) {
            throw new ProblemException(OrderingProblem.NOT_A_PARTY);
        }
    }

    /** The buyer until approval; the seller also after it. */
    private void requireCanceller(Order order) {
        var reach = partners.reach();
        PartnerId buyer = order.summary().buyer();
        boolean approved = order.status() == OrderStatus.APPROVED;
        if (!reach.covers(order.summary().seller()) && (approved || !reach.covers(buyer))) {
            throw new ProblemException(OrderingProblem.NOT_A_PARTY);
        }
    }

    private static void require(Order order, OrderStatus next) {
        if (!order.status().mayBecome(next)) {
            throw new ProblemException(OrderingProblem.WRONG_STATUS, order.status());
        }
    }
}
