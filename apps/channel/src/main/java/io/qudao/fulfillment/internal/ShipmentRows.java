package io.qudao.fulfillment.internal;

import io.qudao.catalog.SkuId;
import io.qudao.fulfillment.Shipment;
import io.qudao.fulfillment.ShipmentId;
import io.qudao.fulfillment.ShipmentLine;
import io.qudao.fulfillment.ShipmentStatus;
import io.qudao.fulfillment.Shipments.ShipOptions;
import io.qudao.inventory.WarehouseId;
import io.qudao.kernel.Keyset;
import io.qudao.kernel.Slice;
import io.qudao.ordering.OrderId;
import io.qudao.ordering.OrderQuery;
import io.qudao.partner.PartnerId;
import io.qudao.record.StandardRecords;
import io.qudao.record.StandardRecords.Written;
import io.qudao.sql.SqlRow;
import io.qudao.sql.TenantSql;
import io.qudao.tenancy.TenantScope;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Shipments in SQL; each is read and written with its lines in one statement. */
@Component
class ShipmentRows {
    private static final String SHIPMENT = """
            select id, number, order_id, order_number, seller_id, buyer_id, status, carrier, tracking, shipped_at,
                   received_at
            from apps.shipment where tenant_id = :tenant\s""";

    private final TenantSql sql;
    private final StandardRecords records;

    ShipmentRows(TenantSql sql, StandardRecords records) {
        this.sql = sql;
        this.records = records;
    }

    void insert(Shipment shipment, WarehouseId warehouse, ShipOptions options) {
        var lines = shipment.lines();
        sql.sql("""
                        with lines as (
                            insert into apps.shipment_line (tenant_id, shipment_id, order_line_number, sku_id, sku_code,
                                sku_name, quantity)
                            select :tenant, :id, * from unnest(:numbers, :skus, :codes, :names, :quantities))
                        insert into apps.shipment (tenant_id, id, number, order_id, order_number, seller_id, buyer_id,
                            warehouse_id, status, carrier, tracking, shipped_at, shipped_by)
                        values (:tenant, :id, :number, :order, :orderNumber, :seller, :buyer, :warehouse, :status,
                            :carrier, :tracking, :at, :actor)
                        """)
                .set("id", shipment.id().value())
                .set("number", shipment.number())
                .set("order", shipment.order().value())
                .set("orderNumber", shipment.orderNumber())
                .set("seller", shipment.seller().value())
                .set("buyer", shipment.buyer().value())
                .set("warehouse", warehouse.value())
                .set("status", shipment.status())
                .set("carrier", shipment.carrier())
                .set("tracking", shipment.tracking())
                .set("at", shipment.shippedAt())
                .set("actor", TenantScope.caller().member())
                .array("numbers", "int4", lines, ShipmentLine::orderLine)
                .array("skus", "uuid", lines, line -> line.sku().value())
                .array("codes", "text", lines, ShipmentLine::skuCode)
                .array("names", "text", lines, ShipmentLine::skuName)
                .array("quantities", "int8", lines, ShipmentLine::quantity)
                .update();
        records.created(
                FulfillmentConfiguration.SHIPMENT,
                Written.of(shipment.id().value()).with(options.custom(), "custom."));
    }

    void received(ShipmentId id, Map<Integer, Long> counted, Instant at) {
        records.changed(
                FulfillmentConfiguration.SHIPMENT,
                Written.of(id.value()),
                () -> sql.sql("""
                        with counted as (
                            update apps.shipment_line l set received = c.quantity
                            from unnest(:numbers, :quantities) as c (number, quantity)
                            where l.tenant_id = :tenant and l.shipment_id = :id and l.order_line_number = c.number)
                        update apps.shipment
                        set status = :status, received_at = :at, received_by = :actor, version = version + 1
                        where tenant_id = :tenant and id = :id
                        """)
                        .set("id", id.value())
                        .set("status", ShipmentStatus.RECEIVED)
                        .set("at", at)
                        .set("actor", TenantScope.caller().member())
                        .array("numbers", "int4", counted.keySet())
                        .array("quantities", "int8", counted.values())
                        .update());
    }

    Optional<Shipment> find(ShipmentId id) {
        return one(id, "");
    }

    Optional<Shipment> lock(ShipmentId id) {
        return one(id, " for no key update");
    }

    List<Shipment> of(OrderId order) {
        return withLines(sql.sql(SHIPMENT + "and order_id = :order order by id")
                .set("order", order.value())
                .list(ShipmentRows::shipment));
    }

    /** Returns the number of shipments of an order. */
    long count(OrderId order) {
        return sql.sql("select count(*) from apps.shipment where tenant_id = :tenant and order_id = :order")
                .set("order", order.value())
                .number();
    }

    boolean allReceived(OrderId order) {
        return sql.sql("""
                        select count(*) from apps.shipment
                        where tenant_id = :tenant and order_id = :order and status <> :received
                        """)
                        .set("order", order.value())
                        .set("received", ShipmentStatus.RECEIVED)
                        .number()
                == 0;
    }

    Slice<Shipment> page(OrderQuery.Side side, @Nullable ShipmentStatus status, @Nullable String cursor, int limit) {
        String own = side == OrderQuery.Side.BUY ? "buyer_id" : "seller_id";
        var page = sql.sql(SHIPMENT + "and " + own + """
                         = :partner and (:status::text is null or status = :status)
                         and (:before::uuid is null or id < :before::uuid) order by id desc limit :limit
                        """)
                .set("partner", TenantScope.caller().requirePartner())
                .set("status", status)
                .set("before", Keyset.before(cursor))
                .slice(
                        limit,
                        ShipmentRows::shipment,
                        shipment -> List.of(shipment.id().value().toString()));
        return new Slice<>(withLines(page.items()), page.next());
    }

    private Optional<Shipment> one(ShipmentId id, String lock) {
        return sql.sql(SHIPMENT + "and id = :id" + lock)
                .set("id", id.value())
                .optional(ShipmentRows::shipment)
                .map(shipment -> withLines(List.of(shipment)).getFirst());
    }

    private List<Shipment> withLines(List<Shipment> shipments) {
        if (shipments.isEmpty()) {
            return shipments;
        }
        var lines = new HashMap<ShipmentId, List<ShipmentLine>>();
        sql.sql("""
                        select shipment_id, order_line_number, sku_id, sku_code, sku_name, quantity, received
                        from apps.shipment_line where tenant_id = :tenant and shipment_id = any (:ids)
                        order by order_line_number
                        """)
                .array("ids", "uuid", shipments, shipment -> shipment.id().value())
                .list(row -> lines.computeIfAbsent(row.id("shipment_id", ShipmentId::new), id -> new ArrayList<>())
                        .add(line(row)));
        return shipments.stream()
                .map(shipment -> shipment.with(lines.getOrDefault(shipment.id(), List.of())))
                .toList();
    }

    private static Shipment shipment(SqlRow row) throws SQLException {
        return new Shipment(
                row.id("id", ShipmentId::new),
                row.text("number"),
                row.id("order_id", OrderId::new),
                row.text("order_number"),
                row.id("seller_id", PartnerId::new),
                row.id("buyer_id", PartnerId::new),
                row.choice("status", ShipmentStatus.class),
                row.optionalText("carrier"),
                row.optionalText("tracking"),
                row.instant("shipped_at"),
                row.optionalInstant("received_at"),
                List.of(),
                Set.of());
    }

    private static ShipmentLine line(SqlRow row) throws SQLException {
        return new ShipmentLine(
                row.count("order_line_number"),
                row.id("sku_id", SkuId::new),
                row.text("sku_code"),
                row.text("sku_name"),
                row.number("quantity"),
                row.optionalNumber("received"));
    }

    /** Returns base units by line number, in order of line. */
    static Map<Integer, Long> quantities(List<ShipmentLine> lines) {
        var quantities = new LinkedHashMap<Integer, Long>();
        lines.forEach(line -> quantities.put(line.orderLine(), line.quantity()));
        return quantities;
    }
}
