package io.qudao.tenancy.internal;

import io.qudao.tenancy.TenantScope;
import java.sql.Connection;
import java.sql.SQLException;
import org.springframework.jdbc.datasource.AbstractDataSource;

/** Connections to the caller's shard that see only the rows of the caller's tenant. */
final class ShardedDataSource extends AbstractDataSource {
    private final ShardPools pools;

    ShardedDataSource(ShardPools pools) {
        this.pools = pools;
    }

    @Override
    public Connection getConnection() throws SQLException {
        var tenant = TenantScope.caller().tenant();
        return TenantConnection.of(pools.of(tenant.shard()).getConnection(), tenant.id());
    }

    @Override
    public Connection getConnection(String username, String password) {
        throw new UnsupportedOperationException("The role of a shard is configured, not chosen");
    }
}
