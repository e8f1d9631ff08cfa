package io.qudao.inventory;

/** The reason for a stock movement. */
public enum MovementKind {
    OPENING,
    SHIPMENT,
    RECEIPT,
    ADJUSTMENT
}
