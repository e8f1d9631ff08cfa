package io.qudao.fulfillment;

/** The state of a shipment. */
public enum ShipmentStatus {
    SHIPPED,
    RECEIVED
}
