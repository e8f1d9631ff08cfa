package io.qudao.inventory;

import io.qudao.catalog.SkuId;

/** A quantity of one SKU in base units; several demands for one SKU are added up (I3). */
public record Demand(SkuId sku, long quantity) {
    public Demand {
        if (quantity < 0) {
            throw new IllegalArgumentException("A demand must not be negative: " + quantity);
        }
    }
}
