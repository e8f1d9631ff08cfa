package io.qudao.tenancy.internal;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.qudao.tenancy.ShardId;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;

/** One connection pool per shard, as the application role. */
final class ShardPools implements AutoCloseable {
    private final Map<ShardId, HikariDataSource> pools =
            new TreeMap<>((a, b) -> a.value().compareTo(b.value()));

    ShardPools(TenancyProperties properties) {
        properties.shards().forEach((id, shard) -> pools.put(new ShardId(id), pool(id, shard, properties)));
    }

    DataSource of(ShardId shard) {
        var pool = pools.get(shard);
        if (pool == null) {
            throw new IllegalStateException("Shard " + shard + " is not configured on this node");
        }
        return pool;
    }

    Collection<ShardId> shards() {
        return pools.keySet();
    }

    @Override
    public void close() {
        pools.values().forEach(HikariDataSource::close);
    }

    private static HikariDataSource pool(String id, TenancyProperties.Shard shard, TenancyProperties properties) {
        var config = new HikariConfig();
        config.setPoolName("shard-" + id);
        config.setJdbcUrl(shard.url());
        config.setUsername(shard.username());
        config.setPassword(shard.password());
        config.setMaximumPoolSize(properties.poolSize());
        config.setMinimumIdle(Math.min(4, properties.poolSize()));
        config.setAutoCommit(false);
        config.setConnectionTimeout(properties.poolWait().toMillis());
        config.addDataSourceProperty("preparedStatementCacheQueries", "512");
        config.addDataSourceProperty("reWriteBatchedInserts", "true");
        config.addDataSourceProperty("ApplicationName", "qudao");
        return new HikariDataSource(config);
    }
}
