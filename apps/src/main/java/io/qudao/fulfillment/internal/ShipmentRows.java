package io.qudao.fulfillment.internal;

import io.qudao.catalog.SkuId;
import io.qudao.fulfillment.Shipment;
import io.qudao.fulfillment.ShipmentId;
import io.qudao.fulfillment.ShipmentLine;
import io.qudao.fulfillment.ShipmentStatus;
import io.qudao.fulfillment.Shipments.ShipOptions;
import io.qudao.inventory.WarehouseId;
import io.qudao.ordering.OrderId;
import io.qudao.ordering.OrderQuery;
import io.qudao.partner.PartnerId;
import io.qudao.tenancy.TenantScope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;

/** Shipments in SQL: each is one statement with its lines. */
@Component
class ShipmentRows {
    private static final String HEAD = """
            select id, number, order_id, order_number, seller_id, buyer_id, status, carrier, tracking, shipped_at,
                   received_at
            from apps.shipment where tenant_id = :tenant\s""";

    private final JdbcClient jdbc;

    ShipmentRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Shipment shipment, WarehouseId warehouse, ShipOptions options) {
        var lines = shipment.lines();
        jdbc.sql("""
                        with lines as (
                            insert into apps.shipment_line (tenant_id, shipment_id, order_line_number, sku_id, sku_code,
                                sku_name, quantity)
                            select :tenant, :id, * from unnest(:numbers, :skus, :codes, :names, :quantities))
                        insert into apps.shipment (tenant_id, id, number, order_id, order_number, seller_id, buyer_id,
                            warehouse_id, status, key, fingerprint, carrier, tracking, shipped_at, shipped_by)
                        values (:tenant, :id, :number, :order, :orderNumber, :seller, :buyer, :warehouse, 'SHIPPED', :key,
                            :fingerprint, :carrier, :tracking, :at, :actor)
                        """)
                .param("tenant", TenantScope.tenant().value())
                .param("id", shipment.id().value())
                .param("number", shipment.number())
                .param("order", shipment.order().value())
                .param("orderNumber", shipment.orderNumber())
                .param("seller", shipment.seller().value())
                .param("buyer", shipment.buyer().value())
                .param("warehouse", warehouse.value())
                .param("key", options.key())
                .param("fingerprint", options.key() == null ? null : ShipmentKey.fingerprint(options))
                .param("carrier", shipment.carrier())
                .param("tracking", shipment.tracking())
                .param("at", shipment.shippedAt().atOffset(ZoneOffset.UTC))
                .param("actor", TenantScope.caller().member())
                .param("numbers", column("int4", lines, ShipmentLine::orderLine))
                .param("skus", column("uuid", lines, line -> line.sku().value()))
                .param("codes", column("text", lines, ShipmentLine::skuCode))
                .param("names", column("text", lines, ShipmentLine::skuName))
                .param("quantities", column("int8", lines, ShipmentLine::quantity))
                .update();
    }

    void received(ShipmentId id, Map<Integer, Long> counted, Instant at) {
        jdbc.sql("""
                        with counted as (
                            update apps.shipment_line l set received = c.quantity
                            from unnest(:numbers, :quantities) as c (number, quantity)
                            where l.tenant_id = :tenant and l.shipment_id = :id and l.order_line_number = c.number)
                        update apps.shipment set status = 'RECEIVED', received_at = :at, received_by = :actor
                        where tenant_id = :tenant and id = :id
                        """)
                .param("tenant", TenantScope.tenant().value())
                .param("id", id.value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("actor", TenantScope.caller().member())
                .param("numbers", new SqlArrayValue("int4", counted.keySet().toArray()))
                .param("quantities", new SqlArrayValue("int8", counted.values().toArray()))
                .update();
    }

    Optional<Shipment> find(ShipmentId id, boolean lock) {
        return where("and id = :key" + (lock ? " for no key update" : ""), id.value()).stream()
                .findFirst();
    }

    Optional<ShipmentKey> byKey(OrderId order, String key) {
        return jdbc.sql("select id, fingerprint from apps.shipment where tenant_id = ? and order_id = ? and key = ?")
                .params(TenantScope.tenant().value(), order.value(), key)
                .query((row, number) ->
                        new ShipmentKey(new ShipmentId(row.getObject("id", UUID.class)), row.getBytes("fingerprint")))
                .optional();
    }

    List<Shipment> of(OrderId order) {
        return where("and order_id = :key order by id", order.value());
    }

    List<Shipment> page(OrderQuery.Side side, @Nullable ShipmentStatus status, @Nullable String before, int size) {
        String own = side == OrderQuery.Side.BUY ? "buyer_id" : "seller_id";
        var heads = jdbc.sql(HEAD + "and " + own + """
                         = :partner and (:status::text is null or status = :status)
                         and (:before::uuid is null or id < :before::uuid) order by id desc limit :limit
                        """)
                .param("tenant", TenantScope.tenant().value())
                .param("partner", TenantScope.caller().requirePartner())
                .param("status", status == null ? null : status.name())
                .param("before", before)
                .param("limit", size)
                .query((row, number) -> head(row))
                .list();
        return withLines(heads);
    }

    private List<Shipment> where(String condition, UUID key) {
        return withLines(jdbc.sql(HEAD + condition)
                .param("tenant", TenantScope.tenant().value())
                .param("key", key)
                .query((row, number) -> head(row))
                .list());
    }

    private List<Shipment> withLines(List<Shipment> heads) {
        var lines = new HashMap<UUID, List<ShipmentLine>>();
        jdbc.sql("""
                        select shipment_id, order_line_number, sku_id, sku_code, sku_name, quantity, received
                        from apps.shipment_line where tenant_id = ? and shipment_id = any (?) order by order_line_number
                        """)
                .params(
                        TenantScope.tenant().value(),
                        column("uuid", heads, head -> head.id().value()))
                .query((row, number) -> lines.computeIfAbsent(row.getObject(1, UUID.class), id -> new ArrayList<>())
                        .add(line(row)))
                .list();
        return heads.stream()
                .map(head -> new Shipment(
                        head.id(),
                        head.number(),
                        head.order(),
                        head.orderNumber(),
                        head.seller(),
                        head.buyer(),
                        head.status(),
                        head.carrier(),
                        head.tracking(),
                        head.shippedAt(),
                        head.receivedAt(),
                        lines.getOrDefault(head.id().value(), List.of())))
                .toList();
    }

    private static Shipment head(ResultSet row) throws SQLException {
        var received = row.getObject("received_at", OffsetDateTime.class);
        return new Shipment(
                new ShipmentId(row.getObject("id", UUID.class)),
                row.getString("number"),
                new OrderId(row.getObject("order_id", UUID.class)),
                row.getString("order_number"),
                new PartnerId(row.getObject("seller_id", UUID.class)),
                new PartnerId(row.getObject("buyer_id", UUID.class)),
                ShipmentStatus.valueOf(row.getString("status")),
                row.getString("carrier"),
                row.getString("tracking"),
                row.getObject("shipped_at", OffsetDateTime.class).toInstant(),
                received == null ? null : received.toInstant(),
                List.of());
    }

    private static ShipmentLine line(ResultSet row) throws SQLException {
        long received = row.getLong("received");
        boolean counted = !row.wasNull();
        return new ShipmentLine(
                row.getInt("order_line_number"),
                new SkuId(row.getObject("sku_id", UUID.class)),
                row.getString("sku_code"),
                row.getString("sku_name"),
                row.getLong("quantity"),
                counted ? received : null);
    }

    private static <T> SqlArrayValue column(String type, List<T> rows, Function<T, Object> value) {
        return new SqlArrayValue(type, rows.stream().map(value).toArray());
    }

    /** Base units by line number, in order of line. */
    static Map<Integer, Long> quantities(List<ShipmentLine> lines) {
        var quantities = new LinkedHashMap<Integer, Long>();
        lines.forEach(line -> quantities.put(line.orderLine(), line.quantity()));
        return quantities;
    }
}
