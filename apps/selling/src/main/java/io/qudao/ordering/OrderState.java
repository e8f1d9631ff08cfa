package io.qudao.ordering;

/**
 * The state of an order that people read, filter and count: its status, but an order on credit hold 信用冻结 is held and does
 * not wait for its review.
 */
public enum OrderState {
    DRAFT,
    SUBMITTED,
    HELD,
    APPROVED,
    PARTLY_SHIPPED,
    SHIPPED,
    COMPLETED,
    REJECTED,
    CANCELLED,
    CLOSED;

    /** Returns the state of an order that is not on hold. */
    public static OrderState of(OrderStatus status) {
        return switch (status) {
            case DRAFT -> DRAFT;
            case SUBMITTED -> SUBMITTED;
            case APPROVED -> APPROVED;
            case PARTLY_SHIPPED -> PARTLY_SHIPPED;
            case SHIPPED -> SHIPPED;
            case COMPLETED -> COMPLETED;
            case REJECTED -> REJECTED;
            case CANCELLED -> CANCELLED;
            case CLOSED -> CLOSED;
        };
    }
}
