package io.qudao.tenancy.internal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.qudao.kernel.CurrencyCode;
import io.qudao.kernel.TenantId;
import io.qudao.tenancy.Caller;
import io.qudao.tenancy.ShardId;
import io.qudao.tenancy.Tenant;
import io.qudao.tenancy.TenantCreated;
import io.qudao.tenancy.TenantScope;
import io.qudao.tenancy.Tenants;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The {@code engine.tenant} tables of the shards. These tables have no row policy, because a host is resolved with them
 * before the tenant is known; they contain names only.
 */
@Component
final class JdbcTenants implements Tenants {
    private static final String COLUMNS = "select tenant_id, slug, name, locale, currency, zone from engine.tenant";

    private final ShardPools pools;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final Cache<String, Tenant> bySlug = Caffeine.newBuilder()
            .maximumSize(50_000)
            .expireAfterWrite(Duration.ofMinutes(5))
            .build();

    JdbcTenants(ShardPools pools, JdbcClient jdbc, TransactionTemplate transaction, ApplicationEventPublisher events) {
        this.pools = pools;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.events = events;
    }

    @Override
    public Optional<Tenant> bySlug(String slug) {
        return Optional.ofNullable(bySlug.get(slug, unknown -> find("slug = ?", unknown)));
    }

    @Override
    public Optional<Tenant> byId(TenantId id) {
        return bySlug.asMap().values().stream()
                .filter(tenant -> tenant.id().equals(id))
                .findAny()
                .or(() -> Optional.ofNullable(find("tenant_id = ?", id.value())));
    }

    @Override
    public List<Tenant> all() {
        var all = new ArrayList<Tenant>();
        pools.shards().forEach(shard -> all.addAll(read(shard, "true")));
        all.sort(Comparator.comparingInt(tenant -> tenant.id().value()));
        return all;
    }

    @Override
    public boolean create(NewTenant created) {
        return TenantScope.call(
                Caller.platform(created.tenant()),
                () -> Boolean.TRUE.equals(transaction.execute(status -> insert(created))));
    }

    private boolean insert(NewTenant created) {
        var tenant = created.tenant();
        int rows = jdbc.sql("""
                        insert into engine.tenant (tenant_id, slug, name, locale, currency, zone)
                        values (?, ?, ?, ?, ?, ?) on conflict do nothing
                        """)
                .params(
                        tenant.id().value(),
                        tenant.slug(),
                        tenant.name(),
                        tenant.locale().toLanguageTag(),
                        tenant.currency().value(),
                        tenant.zone().getId())
                .update();
        if (rows > 0) {
            events.publishEvent(new TenantCreated(created));
        }
        return rows > 0;
    }

    private @Nullable Tenant find(String condition, Object key) {
        return pools.shards().stream()
                .flatMap(shard -> read(shard, condition, key).stream())
                .findFirst()
                .orElse(null);
    }

    private List<Tenant> read(ShardId shard, String condition, Object... keys) {
        return JdbcClient.create(pools.of(shard))
                .sql(COLUMNS + " where " + condition)
                .params(keys)
                .query((row, number) -> tenant(shard, row))
                .list();
    }

    private static Tenant tenant(ShardId shard, ResultSet row) throws SQLException {
        return new Tenant(
                new TenantId(row.getInt("tenant_id")),
                row.getString("slug"),
                row.getString("name"),
                shard,
                Locale.forLanguageTag(row.getString("locale")),
                new CurrencyCode(row.getString("currency")),
                ZoneId.of(row.getString("zone")));
    }
}
