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
import io.qudao.kernel.Keyset;
import io.qudao.kernel.ProblemException;
import io.qudao.kernel.Problems;
import io.qudao.kernel.Slice;
import io.qudao.kernel.Violation;
import io.qudao.partner.PartnerId;
import io.qudao.partner.Partners;
import io.qudao.tenancy.TenantScope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;

/** What a caller sees of stock: the warehouses of the partner acted for. */
@Component
class StockReading {
    private final JdbcClient jdbc;
    private final Partners partners;
    private final Catalog catalog;

    StockReading(JdbcClient jdbc, Partners partners, Catalog catalog) {
        this.jdbc = jdbc;
        this.partners = partners;
        this.catalog = catalog;
    }

    void requireKnown(SkuId sku) {
        if (!catalog.skus(List.of(sku)).containsKey(sku)) {
            throw new ProblemException(Problems.INVALID_INPUT, List.of(Violation.of("sku", "unknown", sku.value())));
        }
    }

    void requireOwn(WarehouseId warehouse) {
        boolean own = jdbc.sql(
                        "select exists (select from apps.warehouse where tenant_id = ? and id = ? and owner_id = ?)")
                .params(
                        TenantScope.tenant().value(),
                        warehouse.value(),
                        TenantScope.caller().requirePartner())
                .query(Boolean.class)
                .single();
        if (!own) {
            throw new ProblemException(
                    InventoryProblem.WAREHOUSE_UNKNOWN,
                    List.of(Violation.of("warehouse", "unknown", warehouse.value())));
        }
    }

    /** The cursor is the last row's keys. */
    Slice<StockLevel> levels(Collection<SkuId> skus, @Nullable String cursor, int limit) {
        int size = Keyset.limit(limit);
        var after = Keyset.after(cursor, 2);
        var rows = jdbc.sql("""
                        select k.warehouse_id, k.sku_id, k.on_hand, k.reserved, k.frozen
                        from apps.stock k join apps.warehouse w on w.tenant_id = k.tenant_id and w.id = k.warehouse_id
                        where k.tenant_id = :tenant and w.owner_id = :owner
                          and (k.warehouse_id, k.sku_id) > (:warehouse, :sku)
                          and (cardinality(:skus) = 0 or k.sku_id = any (:skus))
                        order by k.warehouse_id, k.sku_id limit :limit
                        """)
                .param("tenant", TenantScope.tenant().value())
                .param("owner", TenantScope.caller().requirePartner())
                .param("warehouse", Keyset.id(after.getFirst()))
                .param("sku", Keyset.id(after.getLast()))
                .param(
                        "skus",
                        new SqlArrayValue(
                                "uuid", skus.stream().map(SkuId::value).toArray()))
                .param("limit", size + 1)
                .query((row, number) -> level(row))
                .list();
        return Keyset.slice(
                rows,
                size,
                last -> List.of(
                        last.warehouse().value().toString(), last.sku().value().toString()));
    }

    Slice<StockMovement> movements(WarehouseId warehouse, SkuId sku, @Nullable String cursor, int limit) {
        int size = Keyset.limit(limit);
        var rows = jdbc.sql("""
                        select id, warehouse_id, sku_id, kind, quantity, document_kind, document_id, at
                        from apps.stock_movement
                        where tenant_id = :tenant and warehouse_id = :warehouse and sku_id = :sku
                          and (:before::uuid is null or id < :before::uuid)
                        order by id desc limit :limit
                        """)
                .param("tenant", TenantScope.tenant().value())
                .param("warehouse", warehouse.value())
                .param("sku", sku.value())
                .param("before", cursor)
                .param("limit", size + 1)
                .query((row, number) -> movement(row))
                .list();
        return slice(rows, size, last -> last.id().toString());
    }

    /** Of the warehouses in the caller's reach. */
    List<StockDifference> differences() {
        var reach = partners.reach();
        return jdbc
                .sql("""
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
                        """)
                .param("tenant", TenantScope.tenant().value())
                .query((row, number) ->
                        Map.entry(new PartnerId(row.getObject("owner_id", UUID.class)), difference(row)))
                .list()
                .stream()
                .filter(found -> reach.covers(found.getKey()))
                .map(Map.Entry::getValue)
                .toList();
    }

    private static <T> Slice<T> slice(List<T> rows, int size, Function<T, String> cursor) {
        return rows.size() > size
                ? new Slice<>(rows.subList(0, size), cursor.apply(rows.get(size - 1)))
                : new Slice<>(rows, null);
    }

    private static StockDifference difference(ResultSet row) throws SQLException {
        return new StockDifference(
                new WarehouseId(row.getObject("warehouse_id", UUID.class)),
                new SkuId(row.getObject("sku_id", UUID.class)),
                row.getLong("on_hand"),
                row.getLong("moved"),
                row.getLong("reserved"),
                row.getLong("reserved_rows"));
    }

    private static StockLevel level(ResultSet row) throws SQLException {
        return new StockLevel(
                new WarehouseId(row.getObject("warehouse_id", UUID.class)),
                new SkuId(row.getObject("sku_id", UUID.class)),
                row.getLong("on_hand"),
                row.getLong("reserved"),
                row.getLong("frozen"));
    }

    private static StockMovement movement(ResultSet row) throws SQLException {
        return new StockMovement(
                row.getObject("id", UUID.class),
                new WarehouseId(row.getObject("warehouse_id", UUID.class)),
                new SkuId(row.getObject("sku_id", UUID.class)),
                MovementKind.valueOf(row.getString("kind")),
                row.getLong("quantity"),
                new DocumentRef(row.getString("document_kind"), row.getObject("document_id", UUID.class)),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }
}
