package io.qudao.ordering;

import io.qudao.inventory.WarehouseId;
import io.qudao.kernel.Value;
import java.util.List;

/**
 * An order whole.
 *
 * @param warehouse the seller's that serves it
 * @param custom the tenant's own fields that the caller may read
 */
public record Order(
        OrderSummary summary,
        WarehouseId warehouse,
        List<OrderLine> lines,
        List<Transition> history,
        Value.Fields custom) {
    public Order {
        lines = List.copyOf(lines);
        history = List.copyOf(history);
    }

    /** The same with these own fields. */
    public Order with(Value.Fields own) {
        return new Order(summary, warehouse, lines, history, own);
    }

    public OrderId id() {
        return summary.id();
    }

    public OrderStatus status() {
        return summary.status();
    }
}
