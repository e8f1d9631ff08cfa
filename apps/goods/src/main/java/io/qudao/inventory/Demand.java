package io.qudao.inventory;

import io.qudao.catalog.SkuId;

/** Base units of one SKU; several demands of one SKU add up (I3). */
public record Demand(SkuId sku, long quantity) {
    public Demand {
        if (quantity < 0) {
            throw new IllegalArgumentException("A demand is not negative: " + quantity);
        }
    }
}
