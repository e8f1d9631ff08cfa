package io.qudao.ui.ordering;

import io.qudao.ordering.OrderQuery;
import io.qudao.ordering.OrderQuery.Side;
import io.qudao.ordering.OrderState;
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
            case DRAFT, SUBMITTED, HELD, APPROVED, SHIPPED, COMPLETED -> OrderBadge.text(OrderState.valueOf(name()));
        };
    }

    OrderQuery query(Side side, @Nullable String cursor) {
        return new OrderQuery(side, states(), null, cursor, PAGE);
    }

    private Set<OrderState> states() {
        return switch (this) {
            case ALL -> Set.of();
            case DRAFT -> Set.of(OrderState.DRAFT);
            case SUBMITTED -> Set.of(OrderState.SUBMITTED);
            case HELD -> Set.of(OrderState.HELD);
            case APPROVED -> Set.of(OrderState.APPROVED, OrderState.PARTLY_SHIPPED);
            case SHIPPED -> Set.of(OrderState.SHIPPED, OrderState.PARTLY_SHIPPED);
            case COMPLETED -> Set.of(OrderState.COMPLETED, OrderState.CLOSED);
            case ENDED -> Set.of(OrderState.REJECTED, OrderState.CANCELLED);
        };
    }
}
