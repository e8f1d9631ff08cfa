package io.qudao.inventory;

import io.qudao.catalog.SkuId;

/** A counter that is not the sum of its rows (I6): an alarm, never expected. */
public record StockDifference(
        WarehouseId warehouse, SkuId sku, long onHand, long moved, long reserved, long reservedRows) {}
