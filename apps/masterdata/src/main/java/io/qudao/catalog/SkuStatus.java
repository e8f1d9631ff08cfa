package io.qudao.catalog;

/** Whether a SKU is offered. */
public enum SkuStatus {
    ON_SHELF,
    OFF_SHELF
}
