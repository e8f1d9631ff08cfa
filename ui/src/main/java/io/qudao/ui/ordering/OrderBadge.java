package io.qudao.ui.ordering;

import io.qudao.ordering.OrderState;
import io.qudao.ui.component.StatusBadge;
import io.qudao.ui.component.Texts;
import io.qudao.ui.component.Tone;

/** The state of an order in words and colour. */
final class OrderBadge {
    private static final String PREFIX = "status.order.";

    private OrderBadge() {}

    static StatusBadge of(OrderState state) {
        return StatusBadge.of(
                switch (state) {
                    case DRAFT, CLOSED -> Tone.GREY;
                    case SUBMITTED -> Tone.BLUE;
                    case HELD -> Tone.AMBER;
                    case APPROVED -> Tone.TEAL;
                    case PARTLY_SHIPPED, SHIPPED -> Tone.VIOLET;
                    case COMPLETED -> Tone.GREEN;
                    case REJECTED, CANCELLED -> Tone.RED;
                },
                PREFIX,
                state.name());
    }

    static String text(OrderState state) {
        return Texts.of(PREFIX + state);
    }
}
