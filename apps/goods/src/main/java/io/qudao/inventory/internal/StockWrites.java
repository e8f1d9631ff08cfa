package io.qudao.inventory.internal;

/**
 * The statements that change stock. A separate statement first locks the counters in ascending order of warehouse and
 * SKU: a statement that both locks and changes rows starts from the versions before the wait, and two of them can
 * deadlock. Check constraints back up every condition (I2, I3).
 */
final class StockWrites {
    /**
     * Locks the counters of goods; returns what each has available and whether the document already holds a
     * reservation.
     */
    static final String LOCK = """
            select sku_id, on_hand - frozen - reserved as available,
                   (select exists (select from apps.stock_reservation
                                   where tenant_id = :tenant and document_id = :document)) as held
            from apps.stock
            where tenant_id = :tenant and warehouse_id = :warehouse and sku_id = any (:skus)
            order by sku_id for no key update
            """;

    /** Locks the counters of everything a document has reserved, in any warehouse. */
    static final String LOCK_HELD = """
            select k.sku_id from apps.stock k
            where k.tenant_id = :tenant and (k.warehouse_id, k.sku_id) in (
                select warehouse_id, sku_id from apps.stock_reservation
                where tenant_id = :tenant and document_id = :document)
            order by k.warehouse_id, k.sku_id for no key update
            """;

    /** The goods in {@code :skus, :quantities}. */
    private static final String GOODS = """
            goods as materialized (
                select sku_id, quantity from unnest(:skus, :quantities) as g (sku_id, quantity))
            """;

    /** Reserves locked and available goods for a document that has nothing reserved. */
    static final String RESERVE = "with " + GOODS + """
            , written as (
                insert into apps.stock_reservation (tenant_id, document_id, warehouse_id, sku_id, quantity)
                select :tenant, :document, :warehouse, sku_id, quantity from goods)
            update apps.stock k set reserved = k.reserved + g.quantity from goods g
            where k.tenant_id = :tenant and k.warehouse_id = :warehouse and k.sku_id = g.sku_id
            """;

    /** Releases everything a document has reserved; the counters are locked before. */
    static final String RELEASE = """
            with held as (
                delete from apps.stock_reservation where tenant_id = :tenant and document_id = :document
                returning warehouse_id, sku_id, quantity)
            update apps.stock k set reserved = k.reserved - h.quantity
            from held h
            where k.tenant_id = :tenant and k.warehouse_id = h.warehouse_id and k.sku_id = h.sku_id
            """;

    /**
     * Issues locked goods: updates counters, the order's reservation and the ledger; returns how many counters changed.
     */
    static final String ISSUE = "with " + GOODS + """
            , changed as (
                update apps.stock k set on_hand = k.on_hand - g.quantity, reserved = k.reserved - g.quantity
                from goods g
                where k.tenant_id = :tenant and k.warehouse_id = :warehouse and k.sku_id = g.sku_id
                  and k.reserved >= g.quantity
                returning k.sku_id, g.quantity),
            used as (
                delete from apps.stock_reservation r using goods g
                where r.tenant_id = :tenant and r.document_id = :document and r.warehouse_id = :warehouse
                  and r.sku_id = g.sku_id and r.quantity = g.quantity),
            lowered as (
                update apps.stock_reservation r set quantity = r.quantity - g.quantity from goods g
                where r.tenant_id = :tenant and r.document_id = :document and r.warehouse_id = :warehouse
                  and r.sku_id = g.sku_id and r.quantity > g.quantity),
            moved as (
                insert into apps.stock_movement (tenant_id, id, warehouse_id, sku_id, kind, quantity, document_kind,
                    document_id, at, actor_id)
                select :tenant, uuidv7(), :warehouse, sku_id, 'SHIPMENT', -quantity, :paperKind, :paper, :at, :actor
                from changed)
            select count(*) from changed
            """;

    /** Receives goods, including SKUs that were not in the warehouse before. */
    static final String RECEIVE = """
            with goods as materialized (
                select sku_id, quantity from unnest(:skus, :quantities) as g (sku_id, quantity) order by sku_id),
            counted as (
                insert into apps.stock as k (tenant_id, warehouse_id, sku_id, on_hand)
                select :tenant, :warehouse, sku_id, quantity from goods order by sku_id
                on conflict (tenant_id, warehouse_id, sku_id) do update set on_hand = k.on_hand + excluded.on_hand)
            insert into apps.stock_movement (tenant_id, id, warehouse_id, sku_id, kind, quantity, document_kind,
                document_id, at, actor_id)
            select :tenant, uuidv7(), :warehouse, sku_id, :kind, quantity, :paperKind, :paper, :at, :actor from goods
            """;

    /** Posts a difference; returns 0 if stock would fall below what is reserved. */
    static final String ADJUST = """
            with counted as (
                update apps.stock k set on_hand = k.on_hand + :difference
                where k.tenant_id = :tenant and k.warehouse_id = :warehouse and k.sku_id = :sku
                  and k.on_hand + :difference >= k.reserved + k.frozen
                returning k.sku_id),
            moved as (
                insert into apps.stock_movement (tenant_id, id, warehouse_id, sku_id, kind, quantity, document_kind,
                    document_id, at, actor_id)
                select :tenant, uuidv7(), :warehouse, sku_id, 'ADJUSTMENT', :difference, :paperKind, :paper, :at, :actor
                from counted)
            select count(*) from counted
            """;

    private StockWrites() {}
}
