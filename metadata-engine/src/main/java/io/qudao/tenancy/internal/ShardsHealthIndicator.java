package io.qudao.tenancy.internal;

import io.qudao.tenancy.ShardId;
import java.sql.SQLException;
import java.util.List;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Reports whether this node reaches all of its shards. It uses connections without a tenant, which Spring's default
 * indicator cannot get.
 */
@Component
final class ShardsHealthIndicator implements HealthIndicator {
    private static final int PATIENCE_SECONDS = 2;

    private final ShardPools pools;

    ShardsHealthIndicator(ShardPools pools) {
        this.pools = pools;
    }

    @Override
    public Health health() {
        List<String> away = pools.shards().stream()
                .filter(shard -> !answers(shard))
                .map(ShardId::value)
                .toList();
        return away.isEmpty()
                ? Health.up().build()
                : Health.down().withDetail("away", away).build();
    }

    private boolean answers(ShardId shard) {
        try (var connection = pools.of(shard).getConnection()) {
            return connection.isValid(PATIENCE_SECONDS);
        } catch (SQLException gone) {
            return false;
        }
    }
}
