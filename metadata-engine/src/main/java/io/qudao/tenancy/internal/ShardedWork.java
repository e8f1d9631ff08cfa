package io.qudao.tenancy.internal;

import io.qudao.kernel.TenantId;
import io.qudao.tenancy.Tenant;
import io.qudao.tenancy.TenantWork;
import io.qudao.tenancy.Tenants;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Asks every shard which tenants have work. */
@Component
final class ShardedWork implements TenantWork {
    private final ShardPools pools;
    private final Tenants tenants;
    private final Map<Integer, Tenant> known = new ConcurrentHashMap<>();

    ShardedWork(ShardPools pools, Tenants tenants) {
        this.pools = pools;
        this.tenants = tenants;
    }

    @Override
    public Line line(Terms terms, Predicate<Tenant> turn) {
        return new FairLine(terms, () -> waiting(terms), turn);
    }

    private List<Tenant> waiting(Terms terms) {
        return pools.shards().stream()
                .flatMap(
                        shard -> JdbcClient.create(pools.of(shard))
                                .sql("select " + terms.waiting() + "()")
                                .query(Integer.class)
                                .list()
                                .stream())
                .map(this::tenant)
                .filter(Objects::nonNull)
                .toList();
    }

    private @Nullable Tenant tenant(int id) {
        return known.computeIfAbsent(
                id, unknown -> tenants.byId(new TenantId(unknown)).orElse(null));
    }
}
