package io.qudao.ordering.internal;

import io.qudao.approval.ApprovalOutcome;
import io.qudao.credit.CreditDecision;
import io.qudao.inventory.Reservation;
import io.qudao.ordering.CreditHold;
import io.qudao.ordering.Order;
import io.qudao.ordering.Submission;
import java.time.Clock;
import org.springframework.stereotype.Component;

/**
 * The common part of all ways to submit, for an order already written as submitted in this transaction: credit (C3),
 * stock (I3), review. If the result is not to be kept, the caller must roll back.
 */
@Component
class Submitting {
    private final OrderCommitments commitments;
    private final OrderWrites writes;
    private final OrderSteps steps;
    private final OrderActions actions;
    private final OrderMessages messages;
    private final Clock clock;

    Submitting(
            OrderCommitments commitments,
            OrderWrites writes,
            OrderSteps steps,
            OrderActions actions,
            OrderMessages messages,
            Clock clock) {
        this.commitments = commitments;
        this.writes = writes;
        this.steps = steps;
        this.actions = actions;
        this.messages = messages;
        this.clock = clock;
    }

    /** Returns a draft unchanged. */
    Submission drafted(Order order) {
        return new Submission.Accepted(actions.allow(order, false));
    }

    Submission promise(Order order) {
        return switch (commitments.takeCredit(order)) {
            case CreditDecision.Exceeded exceeded -> hold(order, exceeded);
            case CreditDecision.Within within -> reserve(order);
        };
    }

    private Submission reserve(Order order) {
        return switch (commitments.reserve(order)) {
            case Reservation.Shortfall shortfall -> OrderCommitments.shortage(shortfall, order.lines());
            case Reservation.Reserved reserved -> review(order);
        };
    }

    private Submission review(Order order) {
        messages.submitted(order.id(), order.number());
        return new Submission.Accepted(
                switch (commitments.startReview(order)) {
                    case ApprovalOutcome.Pending waiting -> actions.allow(order, waiting.byRequester());
                    case ApprovalOutcome.NotNeeded free ->
                        actions.allow(steps.approved(order, null, clock.instant()), false);
                });
    }

    private Submission hold(Order order, CreditDecision.Exceeded exceeded) {
        var hold = new CreditHold(exceeded.exposure(), exceeded.limit(), exceeded.over());
        writes.hold(order.id(), hold);
        return new Submission.CreditHeld(
                actions.allow(order.held(hold), false), exceeded.exposure(), exceeded.limit(), exceeded.over());
    }
}
