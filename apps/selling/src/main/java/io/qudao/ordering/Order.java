package io.qudao.ordering;

import io.qudao.kernel.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An order whole.
 *
 * @param history its steps, the first first
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

    /** What the caller may do with it now. */
    public Set<OrderAction> actions() {
        return summary.actions();
    }

    /** The same with these own fields. */
    public Order with(Value.Fields own) {
        return new Order(summary, lines, history, own);
    }

    /** The same with what the caller may do with it. */
    public Order allowing(Set<OrderAction> allowed) {
        return new Order(summary.allowing(allowed), lines, history, custom);
    }

    /** As it is after a step. */
    public Order moved(Transition step) {
        var steps = new ArrayList<>(history);
        steps.add(step);
        return new Order(summary.moved(step.to()), lines, steps, custom);
    }

    /** As it is when credit holds it, or no longer does. */
    public Order held(@Nullable CreditHold hold) {
        return new Order(summary.held(hold), lines, history, custom);
    }

    /** As it is when nothing of it will be shipped any more. */
    public Order closed() {
        return new Order(summary, lines.stream().map(OrderLine::closed).toList(), history, custom);
    }
}
