package io.qudao.ordering;

import io.qudao.kernel.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A complete order.
 *
 * @param history its steps, oldest first
 * @param custom the tenant's own fields that the caller may read
 */
public record Order(OrderSummary summary, List<OrderLine> lines, List<Transition> history, Value.Fields custom) {
    public Order {
        lines = List.copyOf(lines);
        history = List.copyOf(history);
    }

    public OrderId id() {
        return summary.id();
    }

    public String number() {
        return summary.number();
    }

    public OrderStatus status() {
        return summary.status();
    }

    /** Returns what the caller may do with it now. */
    public Set<OrderAction> actions() {
        return summary.actions();
    }

    /** Returns the order with these own fields. */
    public Order with(Value.Fields own) {
        return new Order(summary, lines, history, own);
    }

    /** Returns the order with these lines. */
    public Order with(List<OrderLine> others) {
        return new Order(summary, others, history, custom);
    }

    /** Returns the order with the actions open to the caller. */
    public Order allowing(Set<OrderAction> allowed) {
        return new Order(summary.allowing(allowed), lines, history, custom);
    }

    /** Returns the order after a step. */
    public Order moved(Transition step) {
        var steps = new ArrayList<>(history);
        steps.add(step);
        return new Order(summary.moved(step.to()), lines, steps, custom);
    }

    /** Returns the order put on credit hold, or released from it. */
    public Order held(@Nullable CreditHold hold) {
        return new Order(summary.held(hold), lines, history, custom);
    }

    /** Returns the order with nothing left to ship. */
    public Order closed() {
        return new Order(summary, lines.stream().map(OrderLine::closed).toList(), history, custom);
    }
}
