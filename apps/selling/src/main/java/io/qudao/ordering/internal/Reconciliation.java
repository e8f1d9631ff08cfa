package io.qudao.ordering.internal;

import io.micrometer.core.instrument.MeterRegistry;
import io.qudao.credit.Credit;
import io.qudao.inventory.Stock;
import io.qudao.sql.TenantSql;
import io.qudao.tenancy.Caller;
import io.qudao.tenancy.Tenant;
import io.qudao.tenancy.TenantScope;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Compares every counter of a tenant with the sum of its rows once a day, on one node (I6). A difference is reported as
 * an error in the log and in the meter {@code qudao.reconciliation.differences}.
 */
@Component
class Reconciliation {
    private static final Logger LOG = LoggerFactory.getLogger(Reconciliation.class);
    private static final String METER = "qudao.reconciliation.differences";

    private final Stock stock;
    private final Credit credit;
    private final TenantSql sql;
    private final TransactionTemplate transaction;
    private final MeterRegistry meters;

    Reconciliation(Stock stock, Credit credit, TenantSql sql, TransactionTemplate transaction, MeterRegistry meters) {
        this.stock = stock;
        this.credit = credit;
        this.sql = sql;
        this.transaction = transaction;
        this.meters = meters;
    }

    /** Does nothing if another node was first; there is never more to do at once. A failed check becomes due again. */
    boolean turn(Tenant tenant) {
        TenantScope.run(
                Caller.platform(tenant),
                () -> transaction.executeWithoutResult(status -> {
                    if (isDue()) {
                        keep(compareStock(tenant) + compareCredit(tenant));
                    }
                }));
        return false;
    }

    /** Claims the check of the day, and with it the lock that other nodes wait for. */
    private boolean isDue() {
        return sql.sql("""
                        insert into apps.reconciliation as last (tenant_id, checked_at, differences)
                        values (:tenant, now(), 0)
                        on conflict (tenant_id) do update set checked_at = now()
                        where last.checked_at < now() - interval '1 day'
                        """).update() == 1;
    }

    private int compareStock(Tenant tenant) {
        var differences = stock.differences();
        differences.forEach(found -> LOG.error("Stock of {} does not equal its rows (I6): {}", tenant.slug(), found));
        meters.counter(METER, "of", "stock").increment(differences.size());
        return differences.size();
    }

    private int compareCredit(Tenant tenant) {
        var differences = credit.differences();
        differences.forEach(
                found -> LOG.error("Exposure at {} does not equal its entries (I6): {}", tenant.slug(), found));
        meters.counter(METER, "of", "credit").increment(differences.size());
        return differences.size();
    }

    private void keep(int differences) {
        sql.sql("update apps.reconciliation set differences = :differences where tenant_id = :tenant")
                .set("differences", differences)
                .update();
    }
}
