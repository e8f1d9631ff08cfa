package io.qudao.outbox.internal;

import io.qudao.kernel.TenantId;
import io.qudao.tenancy.Caller;
import io.qudao.tenancy.ShardId;
import io.qudao.tenancy.Tenant;
import io.qudao.tenancy.TenantCreated;
import io.qudao.tenancy.TenantScope;
import io.qudao.tenancy.Tenants;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** For whom there is work, on all shards: any tenant of a shard may ask for that shard's. */
@Component
final class WaitingTenants {
    private static final Duration REFRESH = Duration.ofSeconds(30);

    private final Tenants tenants;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Map<ShardId, Tenant> askers = new ConcurrentHashMap<>();
    private final Map<Integer, Tenant> known = new ConcurrentHashMap<>();
    private Instant refreshed = Instant.MIN;

    WaitingTenants(Tenants tenants, JdbcClient jdbc, TransactionTemplate transaction, Clock clock) {
        this.tenants = tenants;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    @EventListener
    void on(TenantCreated event) {
        add(event.created().tenant());
    }

    List<Tenant> list() {
        refresh();
        var waiting = new ArrayList<Tenant>();
        for (Tenant asker : askers.values()) {
            ids(asker).forEach(id -> find(id, waiting));
        }
        return waiting;
    }

    private synchronized void refresh() {
        var now = clock.instant();
        if (refreshed.isBefore(now.minus(REFRESH))) {
            tenants.all().forEach(this::add);
            refreshed = now;
        }
    }

    private void add(Tenant tenant) {
        askers.putIfAbsent(tenant.shard(), tenant);
        known.put(tenant.id().value(), tenant);
    }

    private List<Integer> ids(Tenant asker) {
        return TenantScope.call(
                Caller.platform(asker),
                () -> transaction.execute(status -> jdbc.sql("select engine.outbox_tenants()")
                        .query(Integer.class)
                        .list()));
    }

    private void find(int id, List<Tenant> waiting) {
        var tenant = known.computeIfAbsent(
                id, unknown -> tenants.byId(new TenantId(unknown)).orElse(null));
        if (tenant != null) {
            waiting.add(tenant);
        }
    }
}
