package io.qudao.inventory.internal;

import io.qudao.catalog.Catalog;
import io.qudao.catalog.SkuId;
import io.qudao.inventory.DocumentRef;
import io.qudao.inventory.InventoryProblem;
import io.qudao.inventory.MovementKind;
import io.qudao.inventory.StockDifference;
import io.qudao.inventory.StockLevel;
import io.qudao.inventory.StockMovement;
import io.qudao.inventory.WarehouseId;
import io.qudao.kernel.CommonProblem;
import io.qudao.kernel.Keyset;
import io.qudao.kernel.ProblemException;
import io.qudao.kernel.Slice;
import io.qudao.kernel.Violation;
import io.qudao.partner.PartnerId;
import io.qudao.partner.Partners;
import io.qudao.sql.SqlRow;
import io.qudao.sql.TenantSql;
import io.qudao.tenancy.TenantScope;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads stock as the caller may see it: the warehouses of the partner acted for. */
@Component
class StockReading {
    private final TenantSql sql;
    private final Partners partners;
    private final Catalog catalog;

    StockReading(TenantSql sql, Partners partners, Catalog catalog) {
        this.sql = sql;
        this.partners = partners;
        this.catalog = catalog;
    }

    void requireKnown(SkuId sku) {
        if (!catalog.skus(List.of(sku)).containsKey(sku)) {
            throw new ProblemException(
                    CommonProblem.INVALID_INPUT, List.of(Violation.of("sku", "unknown", sku.value())));
        }
    }

    void requireOwn(WarehouseId warehouse) {
        long own = sql.sql("""
                        select count(*) from apps.warehouse where tenant_id = :tenant and id = :id and owner_id = :owner
                        """)
                .set("id", warehouse.value())
                .set("owner", TenantScope.caller().requirePartner())
                .number();
        if (own == 0) {
            throw new ProblemException(
                    InventoryProblem.WAREHOUSE_UNKNOWN,
                    List.of(Violation.of("warehouse", "unknown", warehouse.value())));
        }
    }

    /** The cursor contains the last row's keys. */
    Slice<StockLevel> levels(Collection<SkuId> skus, @Nullable String cursor, int limit) {
        var after = Keyset.after(cursor, 2);
        return sql.sql("""
                        select k.warehouse_id, k.sku_id, k.on_hand, k.reserved, k.frozen
                        from apps.stock k join apps.warehouse w on w.tenant_id = k.tenant_id and w.id = k.warehouse_id
                        where k.tenant_id = :tenant and w.owner_id = :owner
                          and (k.warehouse_id, k.sku_id) > (:warehouse, :sku)
                          and (cardinality(:skus) = 0 or k.sku_id = any (:skus))
                        order by k.warehouse_id, k.sku_id limit :limit
                        """)
                .set("owner", TenantScope.caller().requirePartner())
                .set("warehouse", Keyset.id(after.getFirst()))
                .set("sku", Keyset.id(after.getLast()))
                .array("skus", "uuid", skus, SkuId::value)
                .slice(
                        limit,
                        StockReading::level,
                        last -> List.of(
                                last.warehouse().value().toString(),
                                last.sku().value().toString()));
    }

    Slice<StockMovement> movements(WarehouseId warehouse, SkuId sku, @Nullable String cursor, int limit) {
        return sql.sql("""
                        select id, warehouse_id, sku_id, kind, quantity, document_kind, document_id, at
                        from apps.stock_movement
                        where tenant_id = :tenant and warehouse_id = :warehouse and sku_id = :sku
                          and (:before::uuid is null or id < :before::uuid)
                        order by id desc limit :limit
                        """)
                .set("warehouse", warehouse.value())
                .set("sku", sku.value())
                .set("before", Keyset.before(cursor))
                .slice(limit, StockReading::movement, last -> List.of(last.id().toString()));
    }

    /** Returns the differences in the warehouses within the caller's reach. */
    List<StockDifference> differences() {
        var reach = partners.reach();
        return sql.sql("""
                        select w.owner_id, k.warehouse_id, k.sku_id, k.on_hand, k.reserved,
                               coalesce(m.moved, 0) as moved, coalesce(r.rows, 0) as reserved_rows
                        from apps.stock k
                        join apps.warehouse w on w.tenant_id = k.tenant_id and w.id = k.warehouse_id
                        left join (select warehouse_id, sku_id, sum(quantity)::bigint as moved from apps.stock_movement
                                   where tenant_id = :tenant group by warehouse_id, sku_id) m using (warehouse_id, sku_id)
                        left join (select warehouse_id, sku_id, sum(quantity)::bigint as rows from apps.stock_reservation
                                   where tenant_id = :tenant group by warehouse_id, sku_id) r using (warehouse_id, sku_id)
                        where k.tenant_id = :tenant
                          and (k.on_hand <> coalesce(m.moved, 0) or k.reserved <> coalesce(r.rows, 0))
                        order by k.warehouse_id, k.sku_id
                        """).list(row -> Map.entry(row.id("owner_id", PartnerId::new), difference(row))).stream()
                .filter(found -> reach.covers(found.getKey()))
                .map(Map.Entry::getValue)
                .toList();
    }

    private static StockDifference difference(SqlRow row) throws SQLException {
        return new StockDifference(
                row.id("warehouse_id", WarehouseId::new),
                row.id("sku_id", SkuId::new),
                row.number("on_hand"),
                row.number("moved"),
                row.number("reserved"),
                row.number("reserved_rows"));
    }

    private static StockLevel level(SqlRow row) throws SQLException {
        return new StockLevel(
                row.id("warehouse_id", WarehouseId::new),
                row.id("sku_id", SkuId::new),
                row.number("on_hand"),
                row.number("reserved"),
                row.number("frozen"));
    }

    private static StockMovement movement(SqlRow row) throws SQLException {
        return new StockMovement(
                row.uuid("id"),
                row.id("warehouse_id", WarehouseId::new),
                row.id("sku_id", SkuId::new),
                row.choice("kind", MovementKind.class),
                row.number("quantity"),
                new DocumentRef(row.text("document_kind"), row.uuid("document_id")),
                row.instant("at"));
    }
}
