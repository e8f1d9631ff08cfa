package io.qudao.ui.component;

import com.vaadin.flow.component.html.Span;
import io.qudao.catalog.SkuStatus;
import io.qudao.fulfillment.ShipmentStatus;
import io.qudao.ordering.OrderStatus;
import io.qudao.ordering.OrderSummary;
import io.qudao.partner.AccountStatus;
import io.qudao.partner.PartnerStatus;

/** A state in words and colour. */
public final class StatusBadge extends Span {
    public StatusBadge(Tone tone, String text) {
        super(text);
        addClassName("q-badge");
        getElement().setAttribute("data-tone", tone.attribute());
    }

    /** The state of an order; a held one says so instead. */
    public static StatusBadge of(OrderSummary order) {
        return order.creditHold() == null ? of(order.status()) : hold();
    }

    public static StatusBadge of(OrderStatus status) {
        return named(
                switch (status) {
                    case DRAFT, CLOSED -> Tone.GREY;
                    case SUBMITTED -> Tone.BLUE;
                    case APPROVED -> Tone.TEAL;
                    case PARTLY_SHIPPED, SHIPPED -> Tone.VIOLET;
                    case COMPLETED -> Tone.GREEN;
                    case REJECTED, CANCELLED -> Tone.RED;
                },
                "status.order.",
                status);
    }

    public static StatusBadge of(ShipmentStatus status) {
        return named(status == ShipmentStatus.SHIPPED ? Tone.VIOLET : Tone.GREEN, "status.shipment.", status);
    }

    public static StatusBadge of(SkuStatus status) {
        return named(status == SkuStatus.ON_SHELF ? Tone.GREEN : Tone.GREY, "status.sku.", status);
    }

    public static StatusBadge of(PartnerStatus status) {
        return named(status == PartnerStatus.ACTIVE ? Tone.GREEN : Tone.GREY, "status.partner.", status);
    }

    public static StatusBadge of(AccountStatus status) {
        return named(status == AccountStatus.ACTIVE ? Tone.GREEN : Tone.AMBER, "status.account.", status);
    }

    /** 信用冻结. */
    public static StatusBadge hold() {
        var badge = new StatusBadge(Tone.AMBER, Texts.of("status.order.HELD"));
        badge.getElement().setAttribute("data-status", "HELD");
        return badge;
    }

    private static StatusBadge named(Tone tone, String prefix, Enum<?> status) {
        var badge = new StatusBadge(tone, Texts.of(prefix + status.name()));
        badge.getElement().setAttribute("data-status", status.name());
        return badge;
    }
}
