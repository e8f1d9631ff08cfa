package io.qudao.ui.ordering;

import io.qudao.ordering.OrderStatus;
import io.qudao.ordering.OrderSummary;
import io.qudao.ui.component.StatusBadge;
import io.qudao.ui.component.Texts;
import io.qudao.ui.component.Tone;

/** The state of an order in words and colour. */
final class OrderBadge {
    private static final String PREFIX = "status.order.";

    private static final String HELD = "HELD";

    private OrderBadge() {}

    /** Returns the badge of an order's state, or of its credit hold. */
    static StatusBadge of(OrderSummary order) {
        return order.creditHold() == null ? of(order.status()) : hold();
    }

    static StatusBadge of(OrderStatus status) {
        return StatusBadge.of(
                switch (status) {
                    case DRAFT, CLOSED -> Tone.GREY;
                    case SUBMITTED -> Tone.BLUE;
                    case APPROVED -> Tone.TEAL;
                    case PARTLY_SHIPPED, SHIPPED -> Tone.VIOLET;
                    case COMPLETED -> Tone.GREEN;
                    case REJECTED, CANCELLED -> Tone.RED;
                },
                PREFIX,
                status.name());
    }

    static String text(OrderStatus status) {
        return Texts.of(PREFIX + status);
    }

    static String heldText() {
        return Texts.of(PREFIX + HELD);
    }

    /** The badge of a credit hold 信用冻结. */
    private static StatusBadge hold() {
        return StatusBadge.of(Tone.AMBER, PREFIX, HELD);
    }
}
