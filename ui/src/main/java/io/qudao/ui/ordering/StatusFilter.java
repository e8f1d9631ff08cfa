package io.qudao.ui.ordering;

import io.qudao.ordering.OrderQuery;
import io.qudao.ordering.OrderQuery.Side;
import io.qudao.ordering.OrderStatus;
import io.qudao.ui.component.Texts;
import io.qudao.ui.component.record.Visible;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which orders a list shows, as given in its URL. */
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

    /** Returns the filter with this name; any other text stands for all orders. */
    static StatusFilter named(String name) {
        for (var filter : values()) {
            if (filter.name().equals(name)) {
                return filter;
            }
        }
        return ALL;
    }

    /** Returns whether the caller may select orders by it. */
    boolean isOffered() {
        return switch (this) {
            case ALL -> true;
            case DRAFT, SUBMITTED, HELD, APPROVED, SHIPPED, COMPLETED, ENDED -> Visible.is(OrderTexts.STATUS);
        };
    }

    /** Returns its name, which is that of the state it shows, if it shows only one. */
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
