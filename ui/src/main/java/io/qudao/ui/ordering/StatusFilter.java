package io.qudao.ui.ordering;

import io.qudao.ordering.OrderQuery;
import io.qudao.ordering.OrderQuery.Side;
import io.qudao.ordering.OrderStatus;
import io.qudao.ui.component.Texts;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which orders a list shows, as its address says it. */
enum StatusFilter {
    ALL,
    DRAFT,
    SUBMITTED,
    HELD,
    APPROVED,
    SHIPPED,
    COMPLETED,
    ENDED;

    private static final int PAGE = 20;

    /** By its name; all orders for any other word. */
    static StatusFilter named(String name) {
        for (var filter : values()) {
            if (filter.name().equals(name)) {
                return filter;
            }
        }
        return ALL;
    }

    /** Its name: that of the state it shows, where it is one. */
    String text() {
        return switch (this) {
            case ALL, ENDED -> Texts.of("orders.filter." + this);
            case HELD -> OrderBadge.heldText();
            case DRAFT, SUBMITTED, APPROVED, SHIPPED, COMPLETED -> OrderBadge.text(OrderStatus.valueOf(name()));
        };
    }

    OrderQuery query(Side side, @Nullable String cursor) {
        return new OrderQuery(side, statuses(), this == HELD, null, cursor, PAGE);
    }

    private Set<OrderStatus> statuses() {
        return switch (this) {
            case ALL, HELD -> Set.of();
            case DRAFT -> Set.of(OrderStatus.DRAFT);
            case SUBMITTED -> Set.of(OrderStatus.SUBMITTED);
            case APPROVED -> Set.of(OrderStatus.APPROVED, OrderStatus.PARTLY_SHIPPED);
            case SHIPPED -> Set.of(OrderStatus.SHIPPED, OrderStatus.PARTLY_SHIPPED);
            case COMPLETED -> Set.of(OrderStatus.COMPLETED, OrderStatus.CLOSED);
            case ENDED -> Set.of(OrderStatus.REJECTED, OrderStatus.CANCELLED);
        };
    }
}
