package io.qudao.inventory;

import io.qudao.catalog.SkuId;

/** A counter that differs from the sum of its rows (I6). This is an alarm that should never occur. */
public record StockDifference(
        WarehouseId warehouse, SkuId sku, long onHand, long moved, long reserved, long reservedRows) {}
