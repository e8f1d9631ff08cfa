package io.qudao.ui.ordering;

import io.qudao.ordering.OrderStatus;
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

    Set<OrderStatus> statuses() {
        return switch (this) {
            case REVIEW, HELD -> Set.of(OrderStatus.SUBMITTED);
            case SHIP -> Set.of(OrderStatus.APPROVED, OrderStatus.PARTLY_SHIPPED);
            case WAY -> Set.of(OrderStatus.SHIPPED);
            case ALL -> Set.of();
        };
    }

    /** Returns its name, which is that of the state it shows, if it shows only one. */
    String text() {
        return switch (this) {
            case REVIEW -> OrderBadge.text(OrderStatus.SUBMITTED);
            case HELD -> OrderBadge.heldText();
            case SHIP -> OrderBadge.text(OrderStatus.APPROVED);
            case WAY -> OrderBadge.text(OrderStatus.SHIPPED);
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

    /** Returns the group that contains orders of a status. */
    static Optional<OrderPart> of(String status) {
        return Arrays.stream(values())
                .filter(part ->
                        part.statuses().stream().anyMatch(each -> each.name().equals(status)))
                .findFirst();
    }
}
