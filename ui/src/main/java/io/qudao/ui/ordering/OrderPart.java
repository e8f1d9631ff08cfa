package io.qudao.ui.ordering;

import io.qudao.ordering.OrderState;
import io.qudao.tenancy.Caller;
import io.qudao.ui.component.Texts;
import io.qudao.ui.component.record.Visible;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Groups of orders by the next step. */
enum OrderPart {
    REVIEW,
    HELD,
    SHIP,
    WAY,
    ALL;

    Set<OrderState> states() {
        return switch (this) {
            case REVIEW -> Set.of(OrderState.SUBMITTED);
            case HELD -> Set.of(OrderState.HELD);
            case SHIP -> Set.of(OrderState.APPROVED, OrderState.PARTLY_SHIPPED);
            case WAY -> Set.of(OrderState.SHIPPED);
            case ALL -> Set.of();
        };
    }

    /** Returns its name, which is that of the state it shows, if it shows only one. */
    String text() {
        return switch (this) {
            case REVIEW -> OrderBadge.text(OrderState.SUBMITTED);
            case HELD -> OrderBadge.text(OrderState.HELD);
            case SHIP -> OrderBadge.text(OrderState.APPROVED);
            case WAY -> OrderBadge.text(OrderState.SHIPPED);
            case ALL -> Texts.of("orders.filter.ALL");
        };
    }

    /** Returns whether the caller may select orders by it. */
    boolean isOffered() {
        return switch (this) {
            case ALL -> true;
            case REVIEW, HELD, SHIP, WAY -> Visible.is(OrderTexts.STATUS);
        };
    }

    String address() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<OrderPart> named(String address) {
        return Arrays.stream(values())
                .filter(part -> part.address().equals(address))
                .findFirst();
    }

    /** Returns the group a caller most likely needs. */
    static OrderPart of(Caller caller) {
        if (caller.may("order.approve")) {
            return REVIEW;
        }
        if (caller.may("order.ship")) {
            return SHIP;
        }
        return caller.may("credit.edit") ? HELD : ALL;
    }

    /** Returns the group that contains orders of a state. */
    static Optional<OrderPart> of(String state) {
        return Arrays.stream(values())
                .filter(part ->
                        part.states().stream().anyMatch(each -> each.name().equals(state)))
                .findFirst();
    }
}
