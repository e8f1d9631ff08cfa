package io.qudao.testing;

import io.qudao.tenancy.Caller;
import io.qudao.tenancy.Tenant;
import io.qudao.tenancy.TenantScope;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** How much a tenant has in each table of the standard business: a refused request leaves it as it was. */
public final class TenantRows {
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Tenant tenant;

    private TenantRows(JdbcClient jdbc, TransactionTemplate transaction, Tenant tenant) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.tenant = tenant;
    }

    public static TenantRows of(ApplicationContext context, Tenant tenant) {
        return new TenantRows(context.getBean(JdbcClient.class), context.getBean(TransactionTemplate.class), tenant);
    }

    /** Rows by table. */
    public Map<String, Long> counts() {
        return TenantScope.call(
                Caller.platform(tenant), () -> Objects.requireNonNull(transaction.execute(status -> counted())));
    }

    private Map<String, Long> counted() {
        var counts = new TreeMap<String, Long>();
        jdbc.sql(
                        "select table_name from information_schema.columns where table_schema = 'apps' and column_name = 'tenant_id'")
                .query(String.class)
                .list()
                .forEach(table -> counts.put(table, count(table)));
        return counts;
    }

    private long count(String table) {
        return jdbc.sql("select count(*) from apps." + table + " where tenant_id = ?")
                .param(tenant.id().value())
                .query(Long.class)
                .single();
    }
}
