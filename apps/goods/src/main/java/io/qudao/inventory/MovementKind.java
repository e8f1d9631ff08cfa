package io.qudao.inventory;

/** Why goods moved. */
public enum MovementKind {
    OPENING,
    SHIPMENT,
    RECEIPT,
    ADJUSTMENT
}
