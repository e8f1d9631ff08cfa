package io.qudao.fulfillment;

import java.util.UUID;

/** Id of a {@link Shipment}. */
public record ShipmentId(UUID value) {}
