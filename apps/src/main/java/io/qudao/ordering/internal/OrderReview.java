package io.qudao.ordering.internal;

import io.qudao.approval.ApprovalDecided;
import io.qudao.approval.Decision;
import io.qudao.ordering.OrderId;
import java.time.Clock;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The seller's review decided, from the order's page or from the inbox alike: the order takes its step. */
@Component
class OrderReview {
    private final OrderSteps steps;
    private final Clock clock;

    OrderReview(OrderSteps steps, Clock clock) {
        this.steps = steps;
        this.clock = clock;
    }

    @EventListener
    void on(ApprovalDecided decided) {
        if (!decided.object().equals(Promises.OBJECT)) {
            return;
        }
        var order = new OrderId(decided.record());
        if (decided.decision() == Decision.APPROVE) {
            steps.approved(order, decided.reason(), clock.instant());
        } else {
            steps.rejected(order, decided.reason(), clock.instant());
        }
    }
}
