package io.qudao.fulfillment;

import io.qudao.ordering.OrderId;
import io.qudao.partner.PartnerId;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Goods sent from seller to buyer for one order.
 *
 * @param actions what the caller may do with it now
 */
public record Shipment(
        ShipmentId id,
        String number,
        OrderId order,
        String orderNumber,
        PartnerId seller,
        PartnerId buyer,
        ShipmentStatus status,
        @Nullable String carrier,
        @Nullable String tracking,
        Instant shippedAt,
        @Nullable Instant receivedAt,
        List<ShipmentLine> lines,
        Set<ShipmentAction> actions) {
    public Shipment {
        lines = List.copyOf(lines);
        actions = Set.copyOf(actions);
    }

    /** Returns this shipment with its lines. */
    public Shipment with(List<ShipmentLine> goods) {
        return new Shipment(
                id,
                number,
                order,
                orderNumber,
                seller,
                buyer,
                status,
                carrier,
                tracking,
                shippedAt,
                receivedAt,
                goods,
                actions);
    }

    /** Returns this shipment with the actions open to the caller. */
    public Shipment allowing(Set<ShipmentAction> allowed) {
        return new Shipment(
                id,
                number,
                order,
                orderNumber,
                seller,
                buyer,
                status,
                carrier,
                tracking,
                shippedAt,
                receivedAt,
                lines,
                allowed);
    }
}
