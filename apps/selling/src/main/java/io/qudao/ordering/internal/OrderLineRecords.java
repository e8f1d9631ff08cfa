package io.qudao.ordering.internal;

import io.qudao.kernel.ProblemException;
import io.qudao.ordering.OrderId;
import io.qudao.record.RecordProblem;
import io.qudao.record.StandardRecords;
import io.qudao.record.StandardRecords.Written;
import io.qudao.sql.TenantSql;
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

    /** Handles the lines of a new order. Nobody is asked for the lines' own fields when ordering. */
    void added(OrderId order) {
        if (records.isAsked(OBJECT)) {
            var lines = of(order).stream().map(Written::byItself).toList();
            ProblemException.failIfAny(RecordProblem.INVALID, records.createdAll(OBJECT, lines));
        }
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
