package io.qudao.inventory;

import io.qudao.catalog.SkuId;
import io.qudao.kernel.ByModules;
import io.qudao.kernel.Permits;
import io.qudao.kernel.Slice;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Stock as an append-only ledger of movements, with counters that follow it and reservations against them. All
 * quantities are base units.
 */
public interface Stock {
    /**
     * Returns the stock levels in the caller's warehouses for these SKUs, or for all if none are given.
     *
     * @throws io.qudao.kernel.ProblemException {@link io.qudao.kernel.CommonProblem#INVALID_INPUT} for a wrong cursor
     *     or limit
     */
    @Permits("stock.read")
    Slice<StockLevel> levels(Collection<SkuId> skus, @Nullable String cursor, int limit);

    /**
     * Returns the ledger of one SKU in a warehouse of the caller, newest first.
     *
     * @throws io.qudao.kernel.ProblemException {@link InventoryProblem#WAREHOUSE_UNKNOWN} if the warehouse is not the
     *     caller's, or {@link io.qudao.kernel.CommonProblem#INVALID_INPUT} for a wrong cursor or limit
     */
    @Permits("stock.read")
    Slice<StockMovement> movements(WarehouseId warehouse, SkuId sku, @Nullable String cursor, int limit);

    /**
     * Posts a counted or decided difference.
     *
     * @throws io.qudao.kernel.ProblemException {@link InventoryProblem#WAREHOUSE_UNKNOWN} if the warehouse is not the
     *     caller's, {@link io.qudao.kernel.CommonProblem#INVALID_INPUT} for an unknown SKU, or {@link
     *     InventoryProblem#BELOW_RESERVED} if less than the reserved quantity would remain
     */
    @Permits("stock.edit")
    void adjust(WarehouseId warehouse, SkuId sku, long difference, String reason);

    /** Returns how many base units of each SKU can be promised now, without SKUs that the warehouse never had. */
    @ByModules
    Map<SkuId, Long> available(WarehouseId warehouse, Collection<SkuId> skus);

    /**
     * Reserves goods for a document in a warehouse, in place of what it has reserved before; repeating the call changes
     * nothing (I4), nor does a shortfall. Locks SKU rows in ascending order (I3), so call it last in a transaction.
     */
    @ByModules
    Reservation reserve(DocumentRef document, WarehouseId warehouse, Collection<Demand> demands);

    /** Releases everything the document has reserved; repeating the call changes nothing (I5). */
    @ByModules
    void release(DocumentRef document);

    /** Issues goods: on hand and the order's reservation decrease together (I5). */
    @ByModules
    void issue(DocumentRef shipment, UUID order, WarehouseId warehouse, Collection<Demand> goods);

    /** Receives goods. */
    @ByModules
    void receive(DocumentRef document, MovementKind kind, WarehouseId warehouse, Collection<Demand> goods);

    /** Returns counters that differ from the sum of their rows, for the warehouses in the caller's reach (I6). */
    @Permits("stock.read")
    List<StockDifference> differences();
}
