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
import io.qudao.tenancy.TenantScope;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Stock by SQL; what it may read of others is decided by {@link StockReading}. */
@Component
@Transactional
class JdbcStock implements Stock {
    private final JdbcClient jdbc;
    private final StockReading reading;
    private final Clock clock;

    JdbcStock(JdbcClient jdbc, StockReading reading, Clock clock) {
        this.jdbc = jdbc;
        this.reading = reading;
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
        jdbc.sql("""
                        select sku_id, on_hand - frozen - reserved as available from apps.stock
                        where tenant_id = ? and warehouse_id = ? and sku_id = any (?)
                        """)
                .params(
                        TenantScope.tenant().value(),
                        warehouse.value(),
                        new SqlArrayValue(
                                "uuid", skus.stream().map(SkuId::value).toArray()))
                .query((row, number) -> available.put(new SkuId(row.getObject(1, UUID.class)), row.getLong(2)))
                .list();
        return available;
    }

    @Override
    public void adjust(WarehouseId warehouse, SkuId sku, long difference, String reason) {
        reading.requireOwn(warehouse);
        reading.requireKnown(sku);
        receiveNothingFirst(warehouse, sku);
        long changed = posting(StockWrites.ADJUST, warehouse, new DocumentRef("adjustment:" + reason, Ids.next()))
                .param("sku", sku.value())
                .param("difference", difference)
                .query(Long.class)
                .single();
        if (changed == 0) {
            throw new ProblemException(InventoryProblem.BELOW_RESERVED);
        }
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
            release(document);
            free = lock(document.id(), warehouse, goods);
        }
        var shortages = goods.shortages(free.available());
        if (!shortages.isEmpty()) {
            return new Reservation.Shortfall(shortages);
        }
        statement(StockWrites.RESERVE, warehouse, goods)
                .param("document", document.id())
                .update();
        return new Reservation.Reserved();
    }

    @Override
    public void release(DocumentRef document) {
        held(StockWrites.LOCK_HELD, document).query(UUID.class).list();
        held(StockWrites.RELEASE, document).update();
    }

    @Override
    public void issue(DocumentRef shipment, UUID order, WarehouseId warehouse, Collection<Demand> demands) {
        var goods = Goods.of(demands);
        lock(order, warehouse, goods);
        long changed = posting(StockWrites.ISSUE, warehouse, shipment)
                .param("skus", goods.skuArray())
                .param("quantities", goods.quantityArray())
                .param("document", order)
                .query(Long.class)
                .single();
        if (changed != goods.size()) {
            throw new IllegalStateException("Shipment " + shipment.id() + " takes more than its order has reserved");
        }
    }

    @Override
    public void receive(DocumentRef document, MovementKind kind, WarehouseId warehouse, Collection<Demand> demands) {
        var goods = Goods.of(demands);
        if (goods.size() == 0) {
            return;
        }
        posting(StockWrites.RECEIVE, warehouse, document)
                .param("skus", goods.skuArray())
                .param("quantities", goods.quantityArray())
                .param("kind", kind.name())
                .update();
    }

    private Free lock(UUID document, WarehouseId warehouse, Goods goods) {
        var available = new HashMap<UUID, Long>();
        var held = new AtomicBoolean();
        jdbc.sql(StockWrites.LOCK)
                .param("tenant", TenantScope.tenant().value())
                .param("warehouse", warehouse.value())
                .param("skus", goods.skuArray())
                .param("document", document)
                .query(row -> {
                    available.put(row.getObject("sku_id", UUID.class), row.getLong("available"));
                    held.set(row.getBoolean("held"));
                });
        return new Free(available, held.get());
    }

    private StatementSpec held(String sql, DocumentRef document) {
        return jdbc.sql(sql).param("tenant", TenantScope.tenant().value()).param("document", document.id());
    }

    private void receiveNothingFirst(WarehouseId warehouse, SkuId sku) {
        jdbc.sql("insert into apps.stock (tenant_id, warehouse_id, sku_id) values (?, ?, ?) on conflict do nothing")
                .params(TenantScope.tenant().value(), warehouse.value(), sku.value())
                .update();
    }

    private StatementSpec statement(String sql, WarehouseId warehouse, Goods goods) {
        return jdbc.sql(sql)
                .param("tenant", TenantScope.tenant().value())
                .param("warehouse", warehouse.value())
                .param("skus", goods.skuArray())
                .param("quantities", goods.quantityArray());
    }

    private StatementSpec posting(String sql, WarehouseId warehouse, DocumentRef paper) {
        var caller = TenantScope.caller();
        return jdbc.sql(sql)
                .param("tenant", caller.tenant().id().value())
                .param("warehouse", warehouse.value())
                .param("paperKind", paper.kind())
                .param("paper", paper.id())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("actor", caller.member());
    }

    /** What is free by SKU, locked, and whether the document that asks holds some of the rest. */
    private record Free(Map<UUID, Long> available, boolean held) {}
}
