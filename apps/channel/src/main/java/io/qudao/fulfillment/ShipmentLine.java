package io.qudao.fulfillment;

import io.qudao.catalog.SkuId;
import org.jspecify.annotations.Nullable;

/**
 * Goods of one order line in a shipment, in base units.
 *
 *
 * @param received null until the buyer has counted them
 */
public record ShipmentLine(
        int orderLine,
        SkuId sku,
        String skuCode,
        String skuName,
        long quantity,
        @Nullable Long received) {}
