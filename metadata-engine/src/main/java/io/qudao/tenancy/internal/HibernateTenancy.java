package io.qudao.tenancy.internal;

import io.qudao.kernel.TenantId;
import io.qudao.tenancy.TenantScope;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.hibernate.cfg.MultiTenancySettings;
import org.hibernate.context.spi.CurrentTenantIdentifierResolver;
import org.hibernate.engine.jdbc.connections.spi.MultiTenantConnectionProvider;
import org.springframework.boot.hibernate.autoconfigure.HibernatePropertiesCustomizer;

/** Gives Hibernate the tenant ({@code @TenantId} on every entity) and connections of that tenant. */
final class HibernateTenancy
        implements MultiTenantConnectionProvider<Integer>,
                CurrentTenantIdentifierResolver<Integer>,
                HibernatePropertiesCustomizer {
    private static final Integer NOBODY = 0;
    private static final long serialVersionUID = 1;

    private final transient DataSource dataSource;

    HibernateTenancy(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Override
    public void customize(Map<String, Object> properties) {
        properties.put(MultiTenancySettings.MULTI_TENANT_CONNECTION_PROVIDER, this);
        properties.put(MultiTenancySettings.MULTI_TENANT_IDENTIFIER_RESOLVER, this);
    }

    @Override
    public Integer resolveCurrentTenantIdentifier() {
        return TenantScope.current()
                .map(caller -> caller.tenant().id())
                .map(TenantId::value)
                .orElse(NOBODY);
    }

    @Override
    public boolean validateExistingCurrentSessions() {
        return true;
    }

    @Override
    public Connection getAnyConnection() {
        throw new IllegalStateException("Hibernate asked for a connection without a tenant");
    }

    @Override
    public void releaseAnyConnection(Connection connection) throws SQLException {
        connection.close();
    }

    @Override
    public Connection getConnection(Integer tenant) throws SQLException {
        if (tenant != TenantScope.tenant().value()) {
            throw new IllegalStateException("A session of tenant " + tenant + " in the scope of another");
        }
        return dataSource.getConnection();
    }

    @Override
    public void releaseConnection(Integer tenant, Connection connection) throws SQLException {
        connection.close();
    }

    @Override
    public boolean supportsAggressiveRelease() {
        return false;
    }

    @Override
    public boolean isUnwrappableAs(Class<?> type) {
        return false;
    }

    @Override
    public <T> T unwrap(Class<T> type) {
        throw new UnsupportedOperationException("Cannot unwrap as " + type.getName());
    }
}
