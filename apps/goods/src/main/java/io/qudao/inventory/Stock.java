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

/** Stock: movements append, counters follow them, reservations promise. All quantities are base units. */
public interface Stock {
    /** Figures of the caller's warehouses, of these SKUs or, where there are none named, of all. */
    @Permits("stock.read")
    Slice<StockLevel> levels(Collection<SkuId> skus, @Nullable String cursor, int limit);

    /** The ledger of one SKU in a warehouse of the caller, newest first. */
    @Permits("stock.read")
    Slice<StockMovement> movements(WarehouseId warehouse, SkuId sku, @Nullable String cursor, int limit);

    /** Posts the difference to what was counted or decided; refused below what is reserved. */
    @Permits("stock.edit")
    void adjust(WarehouseId warehouse, SkuId sku, long difference, String reason);

    @ByModules
    Map<SkuId, Long> available(WarehouseId warehouse, Collection<SkuId> skus);

    /**
     * Sets what a document has reserved in a warehouse; doing it again changes nothing (I4). Locks SKU rows in ascending
     * order (I3): call it last in a transaction.
     */
    @ByModules
    Reservation reserve(DocumentRef document, WarehouseId warehouse, Collection<Demand> demands);

    /** Gives back whatever the document has reserved; nothing happens the second time (I5). */
    @ByModules
    void release(DocumentRef document);

    /** Goods leave: on hand and the order's reservation fall together (I5). */
    @ByModules
    void issue(DocumentRef shipment, UUID order, WarehouseId warehouse, Collection<Demand> goods);

    /** Goods arrive. */
    @ByModules
    void receive(DocumentRef document, MovementKind kind, WarehouseId warehouse, Collection<Demand> goods);

    /** Counters that are not the sums of their rows, of the warehouses in the caller's reach (I6). */
    @Permits("stock.read")
    List<StockDifference> differences();
}
