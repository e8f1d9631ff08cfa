package io.qudao.fulfillment;

import io.qudao.ordering.OrderId;
import io.qudao.partner.PartnerId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Goods on their way from seller to buyer, for one order. */
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
        List<ShipmentLine> lines) {
    public Shipment {
        lines = List.copyOf(lines);
    }
}
