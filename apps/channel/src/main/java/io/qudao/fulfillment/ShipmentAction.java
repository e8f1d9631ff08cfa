package io.qudao.fulfillment;

/** What somebody may do with a shipment now; which of them, fulfillment decides for pages and API alike. */
public enum ShipmentAction {
    /** Count the goods that arrived. */
    RECEIVE
}
