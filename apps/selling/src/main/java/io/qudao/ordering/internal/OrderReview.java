package io.qudao.ordering.internal;

import io.qudao.approval.ApprovalDecided;
import io.qudao.approval.Approvals;
import io.qudao.approval.Decision;
import io.qudao.approval.DecisionRequested;
import io.qudao.ordering.Order;
import io.qudao.ordering.OrderId;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Moves an order when its seller's review is decided, whether on the order's page or in the inbox. */
@Component
class OrderReview {
    /** The order whose decision is being made, as it was locked and read for that. */
    private static final ScopedValue<AtomicReference<Order>> DECIDED = ScopedValue.newInstance();

    private final Approvals approvals;
    private final OrderReading reading;
    private final OrderSteps steps;
    private final Clock clock;

    OrderReview(Approvals approvals, OrderReading reading, OrderSteps steps, Clock clock) {
        this.approvals = approvals;
        this.reading = reading;
        this.steps = steps;
        this.clock = clock;
    }

    /** Decides on a locked order. */
    Order decide(Order locked, Decision decision, @Nullable String reason) {
        var order = new AtomicReference<>(locked);
        ScopedValue.where(DECIDED, order)
                .run(() -> approvals.decide(OrderCommitments.OBJECT, locked.id().value(), decision, reason));
        return order.get();
    }

    /** Every action on an order locks the order before its approval, also when it starts in the inbox. */
    @EventListener
    void on(DecisionRequested requested) {
        if (requested.object().equals(OrderCommitments.OBJECT)) {
            reading.lockRow(new OrderId(requested.record()));
        }
    }

    @EventListener
    void on(ApprovalDecided decided) {
        if (!decided.object().equals(OrderCommitments.OBJECT)) {
            return;
        }
        var id = new OrderId(decided.record());
        if (DECIDED.isBound() && DECIDED.get().get().id().equals(id)) {
            DECIDED.get().updateAndGet(order -> reviewed(order, decided));
        } else {
            reviewed(reading.lockGoods(id), decided);
        }
    }

    private Order reviewed(Order order, ApprovalDecided decided) {
        return switch (decided.decision()) {
            case APPROVE -> steps.approved(order, decided.reason(), clock.instant());
            case REJECT -> steps.rejected(order, decided.reason(), clock.instant());
        };
    }
}
