package io.qudao.inventory;

import io.qudao.catalog.SkuId;
import java.time.Instant;
import java.util.UUID;

/**
 * One line of the stock ledger 库存流水; never changed.
 *
 *
 * @param quantity base units, negative when they left
 */
public record StockMovement(
        UUID id,
        WarehouseId warehouse,
        SkuId sku,
        MovementKind kind,
        long quantity,
        DocumentRef document,
        Instant at) {}
