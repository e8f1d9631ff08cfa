package io.qudao.ordering.internal;

import io.qudao.approval.Approvals;
import io.qudao.metadata.ApprovalProcess;
import io.qudao.metadata.ObjectType;
import io.qudao.metadata.Placement;
import io.qudao.metadata.ReleaseView;
import io.qudao.record.RecordListener;
import io.qudao.record.RecordsChanged;
import io.qudao.record.RecordsChanged.Kind;
import io.qudao.sql.TenantSql;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Whoever changes a line of an order has changed the order (O6). Only own fields of a line can be changed by themselves, so an
 * object without any costs nothing.
 */
@Component
class LineAuthors implements RecordListener {
    private final Approvals approvals;
    private final TenantSql sql;

    LineAuthors(Approvals approvals, TenantSql sql) {
        this.approvals = approvals;
        this.sql = sql;
    }

    @Override
    public Wish wish(ReleaseView release, ObjectType type) {
        boolean asked = type.name().equals(OrderLineObject.NAME)
                && type.fields().stream().anyMatch(field -> !(field.placement() instanceof Placement.Column))
                && !release.approvals(OrderCommitments.OBJECT).stream().allMatch(ApprovalProcess::requesterMayApprove);
        return asked ? Wish.IDS : Wish.NOTHING;
    }

    @Override
    public void changed(RecordsChanged change) {
        if (change.object().equals(OrderLineObject.NAME) && change.kind() == Kind.CHANGED) {
            approvals.changed(OrderCommitments.OBJECT, orders(change.ids()));
        }
    }

    private List<UUID> orders(Collection<UUID> lines) {
        return sql.sql("""
                        select distinct order_id from apps.order_line where tenant_id = :tenant and id = any(:lines)
                        """).array("lines", "uuid", lines).ids();
    }
}
