package io.qudao.ordering.internal;

import io.qudao.kernel.Value;
import io.qudao.kernel.Violation;
import io.qudao.ordering.OrderDraft;
import io.qudao.ordering.OrderId;
import io.qudao.record.StandardRecords;
import io.qudao.record.StandardRecords.Written;
import io.qudao.sql.TenantSql;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Order lines as records. They are written with their order, and looked up only if something depends on their changes.
 */
@Component
class OrderLineRecords {
    private static final String OBJECT = OrderLineObject.NAME;

    private final StandardRecords records;
    private final TenantSql sql;

    OrderLineRecords(StandardRecords records, TenantSql sql) {
        this.records = records;
        this.sql = sql;
    }

    /**
     * Completes the lines of a new order with the tenant's own fields.
     *
     * @param wanted the lines as the buyer wants them, in the order of their numbers
     * @return what is wrong with them, by the path of the field
     */
    List<Violation> added(OrderId order, List<OrderDraft.Line> wanted) {
        boolean given = wanted.stream().anyMatch(line -> !line.custom().isEmpty());
        if (!given && !records.isAsked(OBJECT)) {
            return List.of();
        }
        var ids = of(order);
        var lines = new ArrayList<Written>();
        for (int i = 0; i < ids.size(); i++) {
            var own = new Value.Fields(new LinkedHashMap<>(wanted.get(i).custom()));
            lines.add(Written.of(ids.get(i)).with(own, "lines[" + i + "].custom."));
        }
        return records.createdAll(OBJECT, lines);
    }

    /** Changes the lines of a locked order. */
    void changed(OrderId order, Runnable write) {
        records.changedEach(OBJECT, () -> of(order), write);
    }

    private List<UUID> of(OrderId order) {
        return sql.sql(
                        "select id from apps.order_line where tenant_id = :tenant and order_id = :order order by line_number")
                .set("order", order.value())
                .ids();
    }
}
