package io.qudao.inventory.internal;

import io.qudao.catalog.SkuId;
import io.qudao.inventory.Demand;
import io.qudao.inventory.DocumentRef;
import io.qudao.inventory.InventoryProblem;
import io.qudao.inventory.MovementKind;
import io.qudao.inventory.Reservation;
import io.qudao.inventory.Stock;
import io.qudao.inventory.StockDifference;
import io.qudao.inventory.StockLevel;
import io.qudao.inventory.StockMovement;
import io.qudao.inventory.WarehouseId;
import io.qudao.kernel.Ids;
import io.qudao.kernel.ProblemException;
import io.qudao.kernel.Slice;
import io.qudao.sql.SqlStatement;
import io.qudao.sql.TenantSql;
import io.qudao.tenancy.TenantScope;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Stock by SQL; {@link StockReading} decides what the caller may read. */
@Component
@Transactional
class JdbcStock implements Stock {
    private final TenantSql sql;
    private final StockReading reading;
    private final StockRecords records;
    private final Clock clock;

    JdbcStock(TenantSql sql, StockReading reading, StockRecords records, Clock clock) {
        this.sql = sql;
        this.reading = reading;
        this.records = records;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public Slice<StockLevel> levels(Collection<SkuId> skus, @Nullable String cursor, int limit) {
        return reading.levels(skus, cursor, limit);
    }

    @Override
    @Transactional(readOnly = true)
    public Slice<StockMovement> movements(WarehouseId warehouse, SkuId sku, @Nullable String cursor, int limit) {
        reading.requireOwn(warehouse);
        return reading.movements(warehouse, sku, cursor, limit);
    }

    @Override
    @Transactional(readOnly = true)
    public List<StockDifference> differences() {
        return reading.differences();
    }

    @Override
    @Transactional(readOnly = true)
    public Map<SkuId, Long> available(WarehouseId warehouse, Collection<SkuId> skus) {
        var available = new HashMap<SkuId, Long>();
        sql.sql("""
                        select sku_id, on_hand - frozen - reserved as available from apps.stock
                        where tenant_id = :tenant and warehouse_id = :warehouse and sku_id = any (:skus)
                        """)
                .set("warehouse", warehouse.value())
                .array("skus", "uuid", skus, SkuId::value)
                .each(row -> available.put(row.id("sku_id", SkuId::new), row.number("available")));
        return available;
    }

    @Override
    public void adjust(WarehouseId warehouse, SkuId sku, long difference, String reason) {
        reading.requireOwn(warehouse);
        reading.requireKnown(sku);
        records.of(warehouse, Set.of(sku.value()), () -> {
            receiveNothingFirst(warehouse, sku);
            long changed = posting(StockWrites.ADJUST, warehouse, new DocumentRef("adjustment:" + reason, Ids.next()))
                    .set("sku", sku.value())
                    .set("difference", difference)
                    .number();
            if (changed == 0) {
                throw new ProblemException(InventoryProblem.BELOW_RESERVED);
            }
        });
    }

    @Override
    public Reservation reserve(DocumentRef document, WarehouseId warehouse, Collection<Demand> demands) {
        var goods = Goods.of(demands);
        if (goods.size() == 0) {
            release(document);
            return new Reservation.Reserved();
        }
        var free = lock(document.id(), warehouse, goods);
        if (free.held()) {
            addHeld(document, warehouse, free.available());
        }
        var shortages = goods.shortages(free.available());
        if (!shortages.isEmpty()) {
            return new Reservation.Shortfall(shortages);
        }
        if (free.held()) {
            release(document);
        }
        records.of(
                warehouse,
                goods.sums().keySet(),
                () -> goods.in(sql.sql(StockWrites.RESERVE))
                        .set("warehouse", warehouse.value())
                        .set("document", document.id())
                        .update());
        return new Reservation.Reserved();
    }

    @Override
    public void release(DocumentRef document) {
        sql.sql(StockWrites.LOCK_HELD).set("document", document.id()).ids();
        records.heldBy(
                document,
                () -> sql.sql(StockWrites.RELEASE)
                        .set("document", document.id())
                        .update());
    }

    @Override
    public void issue(DocumentRef shipment, UUID order, WarehouseId warehouse, Collection<Demand> demands) {
        var goods = Goods.of(demands);
        lock(order, warehouse, goods);
        records.of(warehouse, goods.sums().keySet(), () -> {
            long changed = goods.in(posting(StockWrites.ISSUE, warehouse, shipment))
                    .set("document", order)
                    .number();
            if (changed != goods.size()) {
                throw new IllegalStateException(
                        "Shipment " + shipment.id() + " takes more than its order has reserved");
            }
        });
    }

    @Override
    public void receive(DocumentRef document, MovementKind kind, WarehouseId warehouse, Collection<Demand> demands) {
        var goods = Goods.of(demands);
        if (goods.size() == 0) {
            return;
        }
        records.of(
                warehouse,
                goods.sums().keySet(),
                () -> goods.in(posting(StockWrites.RECEIVE, warehouse, document))
                        .set("kind", kind)
                        .update());
    }

    private Free lock(UUID document, WarehouseId warehouse, Goods goods) {
        var available = new HashMap<UUID, Long>();
        var held = new AtomicBoolean();
        goods.in(sql.sql(StockWrites.LOCK))
                .set("warehouse", warehouse.value())
                .set("document", document)
                .each(row -> {
                    available.put(row.uuid("sku_id"), row.number("available"));
                    held.set(row.truth("held"));
                });
        return new Free(available, held.get());
    }

    /** Adds what the document itself has reserved, which it would give back for another reservation. */
    private void addHeld(DocumentRef document, WarehouseId warehouse, Map<UUID, Long> available) {
        sql.sql("""
                        select sku_id, quantity from apps.stock_reservation
                        where tenant_id = :tenant and document_id = :document and warehouse_id = :warehouse
                        """)
                .set("document", document.id())
                .set("warehouse", warehouse.value())
                .each(row -> {
                    long held = row.number("quantity");
                    available.computeIfPresent(row.uuid("sku_id"), (sku, free) -> free + held);
                });
    }

    private void receiveNothingFirst(WarehouseId warehouse, SkuId sku) {
        sql.sql("""
                        insert into apps.stock (tenant_id, warehouse_id, sku_id) values (:tenant, :warehouse, :sku)
                        on conflict do nothing
                        """).set("warehouse", warehouse.value()).set("sku", sku.value()).update();
    }

    private SqlStatement posting(String statement, WarehouseId warehouse, DocumentRef paper) {
        return sql.sql(statement)
                .set("warehouse", warehouse.value())
                .set("paperKind", paper.kind())
                .set("paper", paper.id())
                .set("at", clock.instant())
                .set("actor", TenantScope.caller().member());
    }

    /** The available quantities by SKU, locked, and whether the requesting document already holds a reservation. */
    private record Free(Map<UUID, Long> available, boolean held) {}
}
