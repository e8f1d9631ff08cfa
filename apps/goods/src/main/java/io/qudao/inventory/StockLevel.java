package io.qudao.inventory;

import io.qudao.catalog.SkuId;

/**
 * The stock of one SKU in one warehouse, in base units (I1).
 *
 * @param onHand 实物: the sum of its movements
 * @param reserved 预留: promised to submitted orders
 * @param frozen waiting for inspection
 */
public record StockLevel(WarehouseId warehouse, SkuId sku, long onHand, long reserved, long frozen) {
    /** Returns what is available 可用, that is, can still be promised. */
    public long available() {
        return onHand - reserved - frozen;
    }
}
