package io.qudao.fulfillment;

/** What a user may do with a shipment now. Fulfillment decides this for pages and API alike. */
public enum ShipmentAction {
    /** Count the goods that arrived. */
    RECEIVE
}
