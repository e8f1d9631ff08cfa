package io.qudao.ordering;

import java.util.EnumSet;
import java.util.Set;

/** The status of an order (O1). */
public enum OrderStatus {
    DRAFT,
    SUBMITTED,
    APPROVED,
    PARTLY_SHIPPED,
    SHIPPED,
    COMPLETED,
    REJECTED,
    CANCELLED,
    CLOSED;

    /** Returns whether an order may move to the next status; there are no other transitions. */
    public boolean mayBecome(OrderStatus next) {
        return nexts().contains(next);
    }

    private Set<OrderStatus> nexts() {
        return switch (this) {
            case DRAFT -> EnumSet.of(SUBMITTED, CANCELLED);
            case SUBMITTED -> EnumSet.of(APPROVED, REJECTED, CANCELLED);
            case APPROVED -> EnumSet.of(PARTLY_SHIPPED, SHIPPED, CANCELLED);
            case PARTLY_SHIPPED -> EnumSet.of(PARTLY_SHIPPED, SHIPPED, CLOSED);
            case SHIPPED -> EnumSet.of(COMPLETED);
            case COMPLETED, REJECTED, CANCELLED, CLOSED -> EnumSet.noneOf(OrderStatus.class);
        };
    }
}
