package io.qudao.inventory;

import io.qudao.catalog.SkuId;
import java.time.Instant;
import java.util.UUID;

/**
 * One entry of the stock ledger 库存流水; never changed.
 *
 *
 * @param quantity base units, negative for goods that left
 */
public record StockMovement(
        UUID id,
        WarehouseId warehouse,
        SkuId sku,
        MovementKind kind,
        long quantity,
        DocumentRef document,
        Instant at) {}
