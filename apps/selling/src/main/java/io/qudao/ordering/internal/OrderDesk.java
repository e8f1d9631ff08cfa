package io.qudao.ordering.internal;

import io.qudao.approval.Decision;
import io.qudao.kernel.ProblemException;
import io.qudao.kernel.Slice;
import io.qudao.kernel.Violation;
import io.qudao.ordering.Order;
import io.qudao.ordering.OrderAction;
import io.qudao.ordering.OrderId;
import io.qudao.ordering.OrderQuery;
import io.qudao.ordering.OrderStatus;
import io.qudao.ordering.OrderSummary;
import io.qudao.ordering.OrderingProblem;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Reads orders for callers and performs their actions: an action must be open, and its order is locked and read once.
 */
@Component
class OrderDesk {
    private final OrderReading reading;
    private final OrderActions actions;
    private final OrderSteps steps;
    private final OrderReview review;
    private final Clock clock;

    OrderDesk(OrderReading reading, OrderActions actions, OrderSteps steps, OrderReview review, Clock clock) {
        this.reading = reading;
        this.actions = actions;
        this.steps = steps;
        this.review = review;
        this.clock = clock;
    }

    Order get(OrderId id) {
        return actions.allow(reading.get(id));
    }

    /** Returns the order with its current own fields. */
    Order withOwnFields(Order order) {
        return reading.withOwnFields(order);
    }

    void placed(Order order, String key) {
        steps.placed(order, key);
    }

    Slice<OrderSummary> list(OrderQuery query) {
        return actions.allow(reading.list(query));
    }

    /** Locks and returns the order if the action is open. */
    Order locked(OrderId id, OrderAction action) {
        var order = reading.lock(id);
        actions.require(order.summary(), action);
        return order;
    }

    Order approve(OrderId id, @Nullable String reason) {
        var order = locked(id, OrderAction.APPROVE);
        return actions.allow(review.decide(order, Decision.APPROVE, reason));
    }

    Order reject(OrderId id, String reason) {
        requireReason(reason);
        var order = locked(id, OrderAction.REJECT);
        return actions.allow(
                order.summary().isHeld()
                        ? steps.rejected(order, reason, clock.instant())
                        : review.decide(order, Decision.REJECT, reason));
    }

    Order cancel(OrderId id, String reason) {
        requireReason(reason);
        return actions.allow(steps.cancelled(locked(id, OrderAction.CANCEL), reason, clock.instant()));
    }

    Order close(OrderId id, String reason) {
        requireReason(reason);
        return actions.allow(steps.closed(locked(id, OrderAction.CLOSE), reason, clock.instant()));
    }

    /** Returns the order for its seller in whatever status, because a shipment may be a repeated one. */
    Order shippable(OrderId id) {
        var order = reading.lockGoods(id);
        actions.requireSeller(order.summary());
        return actions.allow(order);
    }

    Order shipped(Order order, Map<Integer, Long> goods, Instant now) {
        return steps.shipped(order, goods, now);
    }

    void received(OrderId id, BooleanSupplier everything, Instant now) {
        var order = reading.lockGoods(id);
        if (order.status() == OrderStatus.SHIPPED && everything.getAsBoolean()) {
            steps.completed(order, now);
        }
    }

    private static void requireReason(String reason) {
        if (reason.isBlank()) {
            throw new ProblemException(OrderingProblem.REASON_MISSING, List.of(Violation.of("reason", "required")));
        }
    }
}
