package io.qudao.fulfillment;

/** Where a shipment is. */
public enum ShipmentStatus {
    SHIPPED,
    RECEIVED
}
