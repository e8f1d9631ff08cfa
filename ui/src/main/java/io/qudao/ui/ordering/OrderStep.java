package io.qudao.ui.ordering;

import io.qudao.ordering.Order;
import io.qudao.ordering.OrderStatus;
import io.qudao.tenancy.Caller;
import java.util.EnumSet;
import java.util.Set;

/** What somebody may do with an order at its page. The facades decide; this only leaves out what they would refuse. */
enum OrderStep {
    SUBMIT,
    APPROVE,
    REJECT,
    RETRY,
    CANCEL,
    AGAIN;

    static Set<OrderStep> of(Order order, Caller caller) {
        var own = caller.partner();
        boolean sells = order.summary().seller().value().equals(own);
        boolean buys = order.summary().buyer().value().equals(own);
        boolean held = order.summary().creditHold() != null;
        var steps = EnumSet.noneOf(OrderStep.class);
        if (sells) {
            seller(order.status(), held, steps);
        }
        if (buys) {
            buyer(order.status(), held, steps);
        }
        steps.removeIf(step -> step.permissions().stream().noneMatch(caller::may));
        return steps;
    }

    private static void seller(OrderStatus status, boolean held, Set<OrderStep> steps) {
        if (status == OrderStatus.SUBMITTED && !held) {
            steps.add(APPROVE);
        }
        if (status == OrderStatus.SUBMITTED) {
            steps.add(REJECT);
        }
        if (status == OrderStatus.APPROVED) {
            steps.add(CANCEL);
        }
        if (held) {
            steps.add(RETRY);
        }
    }

    private static void buyer(OrderStatus status, boolean held, Set<OrderStep> steps) {
        steps.add(AGAIN);
        if (status == OrderStatus.DRAFT && !held) {
            steps.add(SUBMIT);
        }
        if (status == OrderStatus.DRAFT || status == OrderStatus.SUBMITTED) {
            steps.add(CANCEL);
        }
        if (held) {
            steps.add(RETRY);
        }
    }

    private Set<String> permissions() {
        return switch (this) {
            case SUBMIT -> Set.of("order.submit");
            case APPROVE, REJECT -> Set.of("order.approve");
            case RETRY -> Set.of("order.submit", "credit.edit");
            case CANCEL -> Set.of("order.cancel");
            case AGAIN -> Set.of("order.create");
        };
    }
}
