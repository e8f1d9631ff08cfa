package io.qudao.ordering;

import io.qudao.inventory.WarehouseId;
import java.util.List;

/** An order whole: its summary, lines, steps, and the seller's warehouse that serves it. */
public record Order(OrderSummary summary, WarehouseId warehouse, List<OrderLine> lines, List<Transition> history) {
    public Order {
        lines = List.copyOf(lines);
        history = List.copyOf(history);
    }

    public OrderId id() {
        return summary.id();
    }

    public OrderStatus status() {
        return summary.status();
    }
}
