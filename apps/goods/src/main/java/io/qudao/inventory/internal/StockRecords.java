package io.qudao.inventory.internal;

import io.qudao.inventory.DocumentRef;
import io.qudao.inventory.WarehouseId;
import io.qudao.kernel.ProblemException;
import io.qudao.record.RecordProblem;
import io.qudao.record.StandardRecords;
import io.qudao.record.StandardRecords.Written;
import io.qudao.sql.TenantSql;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * Stock levels as records. Statements change many counters at once without returning ids, so the ids are looked up only
 * if something depends on changes of stock levels.
 */
@Component
class StockRecords {
    private static final String OBJECT = InventoryConfiguration.STOCK_LEVEL;

    private final StandardRecords records;
    private final TenantSql sql;

    StockRecords(StandardRecords records, TenantSql sql) {
        this.records = records;
        this.sql = sql;
    }

    /** Changes counters of a warehouse, some of which may be new. */
    void of(WarehouseId warehouse, Collection<UUID> skus, Runnable write) {
        around(
                () -> sql.sql("""
                                select id from apps.stock
                                where tenant_id = :tenant and warehouse_id = :warehouse and sku_id = any (:skus)
                                order by sku_id for no key update
                                """)
                        .set("warehouse", warehouse.value())
                        .array("skus", "uuid", skus)
                        .ids(),
                write);
    }

    /** Changes the counters on which a document has reservations. */
    void heldBy(DocumentRef document, Runnable write) {
        around(() -> sql.sql("""
                                select k.id from apps.stock k
                                join apps.stock_reservation r on r.tenant_id = k.tenant_id
                                    and r.warehouse_id = k.warehouse_id and r.sku_id = k.sku_id
                                where k.tenant_id = :tenant and r.document_id = :document
                                """).set("document", document.id()).ids(), write);
    }

    private void around(Supplier<List<UUID>> ids, Runnable write) {
        if (!records.isAsked(OBJECT)) {
            write.run();
            return;
        }
        Set<UUID> before = Set.copyOf(ids.get());
        records.changedEach(OBJECT, () -> before, write);
        var added = new HashSet<>(ids.get());
        added.removeAll(before);
        ProblemException.failIfAny(
                RecordProblem.INVALID,
                records.createdAll(OBJECT, added.stream().map(Written::byItself).toList()));
    }
}
