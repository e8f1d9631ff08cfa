package io.qudao.control.store;

import io.qudao.kernel.TenantId;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Transactions on the control plane's database. Row level security is forced on tenants' tables, so that a transaction
 * sees and writes only the rows of the one tenant it names, or of none.
 */
public final class ControlDatabase {

    private final JdbcClient sql;
    private final TransactionTemplate transactions;

    public ControlDatabase(JdbcClient sql, TransactionTemplate transactions) {
        this.sql = sql;
        this.transactions = transactions;
    }

    /** Works on a tenant's rows, in the running transaction (which must be of the same tenant) or in a new one. */
    public <T extends @Nullable Object> T within(TenantId tenant, Function<JdbcClient, T> work) {
        return transactions.execute(status -> {
            if (status.isNewTransaction()) {
                enter(tenant.toString());
            } else {
                requireSame(tenant);
            }
            return work.apply(sql);
        });
    }

    /** Works on data that belongs to no tenant: the directory of tenants, people, keys, counters. */
    public <T extends @Nullable Object> T globally(Function<JdbcClient, T> work) {
        return transactions.execute(status -> work.apply(sql));
    }

    private void enter(String tenant) {
        sql.sql("select set_config('app.tenant_id', :tenant, true)")
                .param("tenant", tenant)
                .query(String.class)
                .single();
    }

    private void requireSame(TenantId tenant) {
        var present = sql.sql("select coalesce(current_setting('app.tenant_id', true), '')")
                .query(String.class)
                .single();
        if (present.isEmpty()) {
            enter(tenant.toString());
        } else if (!present.equals(tenant.toString())) {
            throw new IllegalStateException("A transaction of tenant " + present + " cannot work for tenant " + tenant);
        }
    }
}
