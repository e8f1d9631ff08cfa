package io.qudao.sql;

import io.qudao.tenancy.TenantScope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Statements of the caller's tenant. Each gets the parameter {@code :tenant} by itself; a statement says
 * {@code tenant_id = :tenant} for every table it touches, and row security refuses the rows of others in any case.
 */
@Component
public final class TenantSql {
    private final JdbcClient jdbc;

    TenantSql(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A statement with named parameters, to be run inside a transaction. */
    public SqlStatement sql(String text) {
        return new SqlStatement(
                jdbc.sql(text).param("tenant", TenantScope.tenant().value()));
    }
}
