package io.qudao.sql;

import io.qudao.tenancy.TenantScope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Statements for the caller's tenant. The parameter {@code :tenant} is set automatically. A statement must include
 * {@code tenant_id = :tenant} for every table it touches; in any case row security hides the rows of other tenants.
 */
@Component
public final class TenantSql {
    private final JdbcClient jdbc;

    TenantSql(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Returns a statement with named parameters, to be run inside a transaction. */
    public SqlStatement sql(String text) {
        return new SqlStatement(
                jdbc.sql(text).param("tenant", TenantScope.tenant().value()));
    }
}
