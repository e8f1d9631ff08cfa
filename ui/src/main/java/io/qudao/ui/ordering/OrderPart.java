package io.qudao.ui.ordering;

import io.qudao.ordering.OrderStatus;
import io.qudao.tenancy.Caller;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Orders by what is to do with them. */
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

    String address() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<OrderPart> named(String address) {
        return Arrays.stream(values())
                .filter(part -> part.address().equals(address))
                .findFirst();
    }

    /** What somebody is here for. */
    static OrderPart of(Caller caller) {
        if (caller.may("order.approve")) {
            return REVIEW;
        }
        if (caller.may("order.ship")) {
            return SHIP;
        }
        return caller.may("credit.edit") ? HELD : ALL;
    }

    /** The part where orders of a status are. */
    static Optional<OrderPart> of(String status) {
        return Arrays.stream(values())
                .filter(part ->
                        part.statuses().stream().anyMatch(each -> each.name().equals(status)))
                .findFirst();
    }
}
