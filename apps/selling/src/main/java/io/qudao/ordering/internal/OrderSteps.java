package io.qudao.ordering.internal;

import io.qudao.kernel.ProblemException;
import io.qudao.ordering.Order;
import io.qudao.ordering.OrderApproved;
import io.qudao.ordering.OrderCancelled;
import io.qudao.ordering.OrderClosed;
import io.qudao.ordering.OrderLine;
import io.qudao.ordering.OrderPlaced;
import io.qudao.ordering.OrderStatus;
import io.qudao.ordering.OrderingProblem;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** The steps of an order once it is stored. Each takes the locked order and returns its new state. */
@Component
class OrderSteps {
    private final OrderWrites writes;
    private final OrderCommitments commitments;
    private final OrderMessages messages;
    private final ApplicationEventPublisher events;

    OrderSteps(
            OrderWrites writes,
            OrderCommitments commitments,
            OrderMessages messages,
            ApplicationEventPublisher events) {
        this.writes = writes;
        this.commitments = commitments;
        this.messages = messages;
        this.events = events;
    }

    void placed(Order order, String key) {
        events.publishEvent(
                new OrderPlaced(order.id(), order.summary().parties().account(), key));
    }

    Order approved(Order order, @Nullable String reason, Instant now) {
        require(order, OrderStatus.APPROVED);
        commitments.approved(order);
        var approved = moved(order, OrderStatus.APPROVED, reason, now);
        events.publishEvent(new OrderApproved(order.id()));
        return approved;
    }

    Order rejected(Order order, @Nullable String reason, Instant now) {
        var rejected = ended(order, OrderStatus.REJECTED, reason, now);
        events.publishEvent(new OrderCancelled(order.id(), OrderStatus.REJECTED));
        return rejected;
    }

    Order cancelled(Order order, String reason, Instant now) {
        commitments.withdrawReview(order, reason);
        var cancelled = ended(order, OrderStatus.CANCELLED, reason, now);
        events.publishEvent(new OrderCancelled(order.id(), OrderStatus.CANCELLED));
        return cancelled;
    }

    Order closed(Order order, String reason, Instant now) {
        var closed = ended(order, OrderStatus.CLOSED, reason, now);
        events.publishEvent(new OrderClosed(order.id()));
        return closed;
    }

    Order shipped(Order order, Map<Integer, Long> goods, Instant now) {
        writes.addShipped(order.id(), goods);
        commitments.shipped(order, goods);
        long left = order.lines().stream().mapToLong(OrderLine::open).sum()
                - goods.values().stream().mapToLong(Long::longValue).sum();
        var next = left == 0 ? OrderStatus.SHIPPED : OrderStatus.PARTLY_SHIPPED;
        return moved(order, next, null, now);
    }

    void completed(Order order, Instant now) {
        moved(order, OrderStatus.COMPLETED, null, now);
    }

    /** Releases what is open; nothing more of the order will be shipped. */
    private Order ended(Order order, OrderStatus status, @Nullable String reason, Instant now) {
        require(order, status);
        commitments.giveBack(order);
        writes.cancelOpen(order.id());
        return moved(order, status, reason, now).closed();
    }

    private Order moved(Order order, OrderStatus next, @Nullable String reason, Instant now) {
        require(order, next);
        var moved = order.moved(writes.step(order, next, reason, now));
        messages.moved(moved);
        return moved;
    }

    private static void require(Order order, OrderStatus next) {
        if (!order.status().mayBecome(next)) {
            throw new ProblemException(OrderingProblem.WRONG_STATUS, order.status());
        }
    }
}
