package io.qudao.ui.fulfillment;

import io.qudao.fulfillment.ShipmentStatus;
import io.qudao.ui.component.StatusBadge;
import io.qudao.ui.component.Tone;

/** The state of a shipment in words and colour. */
final class ShipmentBadge {
    private ShipmentBadge() {}

    static StatusBadge of(ShipmentStatus status) {
        return StatusBadge.of(
                status == ShipmentStatus.SHIPPED ? Tone.VIOLET : Tone.GREEN, "status.shipment.", status.name());
    }
}
