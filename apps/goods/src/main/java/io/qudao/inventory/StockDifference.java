package io.qudao.inventory;

import io.qudao.catalog.SkuId;
import io.qudao.record.StandsFor;

/** A counter that differs from the sum of its rows (I6). This is an alarm that should never occur. */
public record StockDifference(
        WarehouseId warehouse,
        SkuId sku,
        @StandsFor("stock_level.on_hand") long onHand,
        @StandsFor("stock_level.on_hand") long moved,
        @StandsFor("stock_level.reserved") long reserved,
        @StandsFor("stock_level.reserved") long reservedRows) {}
