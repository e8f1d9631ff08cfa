package io.qudao.ordering.internal;

import io.qudao.credit.CreditDecision;
import io.qudao.inventory.Reservation;
import io.qudao.ordering.CreditHold;
import io.qudao.ordering.Order;
import io.qudao.ordering.OrderStatus;
import io.qudao.ordering.Submission;
import java.time.Clock;
import org.springframework.stereotype.Component;

/**
 * The part of a submit that all ways share, for an order that stands as submitted in this transaction: credit (C3), stock
 * (I3), review. A result that is not kept tells the caller to roll back.
 */
@Component
class Submitting {
    private final Promises promises;
    private final OrderWrites writes;
    private final OrderNews news;
    private final Clock clock;

    Submitting(Promises promises, OrderWrites writes, OrderNews news, Clock clock) {
        this.promises = promises;
        this.writes = writes;
        this.news = news;
        this.clock = clock;
    }

    Submission promise(Order order) {
        return switch (promises.takeCredit(order)) {
            case CreditDecision.Exceeded exceeded -> hold(order, exceeded);
            case CreditDecision.Within within -> reserve(order);
        };
    }

    private Submission reserve(Order order) {
        return switch (promises.reserve(order)) {
            case Reservation.Shortfall shortfall -> Promises.shortage(shortfall, order.lines());
            case Reservation.Reserved reserved -> review(order);
        };
    }

    private Submission review(Order order) {
        news.submitted(order.id(), order.summary().number());
        if (promises.startReview(order)) {
            return new Submission.Accepted(order);
        }
        writes.step(order.id(), OrderStatus.SUBMITTED, OrderStatus.APPROVED, null, clock.instant());
        promises.approved(order);
        return new Submission.Accepted(Standing.of(order, OrderStatus.APPROVED));
    }

    private Submission hold(Order order, CreditDecision.Exceeded exceeded) {
        var hold = new CreditHold(exceeded.exposure(), exceeded.limit(), exceeded.over());
        writes.hold(order.id(), hold);
        return new Submission.CreditHeld(
                Standing.held(order, hold), exceeded.exposure(), exceeded.limit(), exceeded.over());
    }
}
