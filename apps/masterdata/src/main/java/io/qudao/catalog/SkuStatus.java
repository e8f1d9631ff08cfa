package io.qudao.catalog;

/** Whether a SKU is offered for sale. */
public enum SkuStatus {
    ON_SHELF,
    OFF_SHELF
}
