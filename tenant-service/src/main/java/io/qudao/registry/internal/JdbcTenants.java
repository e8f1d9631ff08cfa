package io.qudao.registry.internal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.qudao.control.PublicAddress;
import io.qudao.control.store.ControlDatabase;
import io.qudao.kernel.CurrencyCode;
import io.qudao.kernel.TenantId;
import io.qudao.kernel.Violation;
import io.qudao.registry.Accent;
import io.qudao.registry.NewTenant;
import io.qudao.registry.Tenant;
import io.qudao.registry.TenantSite;
import io.qudao.registry.TenantState;
import io.qudao.registry.Tenants;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

@Component
class JdbcTenants implements Tenants {

    private static final String COLUMNS = "id, slug, name, locale, currency, accent, shard, state";

    private final ControlDatabase database;
    private final PublicAddress address;

    /**
     * Open tenants by host: they hardly ever change, and every request needs them. Unknown hosts are looked up each
     * time.
     */
    private final Cache<String, TenantSite> open = Caffeine.newBuilder()
            .maximumSize(20_000)
            .expireAfterWrite(Duration.ofSeconds(10))
            .build();

    JdbcTenants(ControlDatabase database, PublicAddress address, RegistryProperties properties) {
        this.database = database;
        this.address = address;
        openShards(properties.shards().toArray(String[]::new));
    }

    @Override
    public Optional<TenantSite> atHost(String host) {
        var known = open.getIfPresent(host);
        if (known != null) {
            return Optional.of(known);
        }
        var found = address.slugIn(host)
                .flatMap(this::bySlug)
                .or(() -> byDomain(host))
                .map(tenant -> new TenantSite(tenant, address.origin(host)));
        found.filter(site -> site.tenant().isActive()).ifPresent(site -> open.put(host, site));
        return found;
    }

    @Override
    public Optional<Tenant> bySlug(String slug) {
        if (!SlugRules.isSlug(slug)) {
            return Optional.empty();
        }
        return database.globally(sql -> sql.sql("select " + COLUMNS + " from tenant where slug = :slug")
                .param("slug", slug)
                .query(JdbcTenants::tenant)
                .optional());
    }

    @Override
    public Optional<Tenant> byId(TenantId id) {
        return database.globally(sql -> sql.sql("select " + COLUMNS + " from tenant where id = :id")
                .param("id", id.value())
                .query(JdbcTenants::tenant)
                .optional());
    }

    @Override
    public List<Violation> check(String slug) {
        return SlugRules.check(slug)
                .or(() -> bySlug(slug).map(taken -> Violation.of("slug", "slug_taken", slug)))
                .stream()
                .toList();
    }

    @Override
    public TenantId nextId() {
        return new TenantId(database.globally(sql ->
                sql.sql("select nextval('tenant_number')").query(Integer.class).single()));
    }

    @Override
    public Optional<Tenant> enter(NewTenant tenant) {
        return database.globally(sql -> sql.sql("""
                        insert into tenant (id, slug, name, locale, currency, accent, shard)
                        select :id, :slug, :name, :locale, :currency, :accent, (
                            select s.id from shard s left join tenant t on t.shard = s.id
                            where s.open group by s.id order by count(t.id), s.id limit 1)
                        on conflict (slug) do nothing
                        returning\s""" + COLUMNS)
                .param("id", tenant.id().value())
                .param("slug", tenant.slug())
                .param("name", tenant.name())
                .param("locale", tenant.locale().toLanguageTag())
                .param("currency", tenant.currency().value())
                .param("accent", tenant.accent().value())
                .query(JdbcTenants::tenant)
                .optional());
    }

    @Override
    public void activate(TenantId id) {
        database.globally(sql -> sql.sql("update tenant set state = 'active' where id = :id and state = 'preparing'")
                .param("id", id.value())
                .update());
    }

    private Optional<Tenant> byDomain(String host) {
        return database.globally(sql -> {
            sql.sql("select set_config('app.host', :host, true)")
                    .param("host", host)
                    .query(String.class)
                    .single();
            return sql.sql("select tenant_id from tenant_domain where host = :host")
                    .param("host", host)
                    .query(Integer.class)
                    .optional()
                    .map(TenantId::new)
                    .flatMap(this::byId);
        });
    }

    private void openShards(String[] shards) {
        database.globally(sql -> {
            sql.sql("insert into shard (id) select unnest(:shards::text[]) on conflict do nothing")
                    .param("shards", shards)
                    .update();
            return sql.sql(
                            "update shard set open = (id = any(:shards::text[])) where open <> (id = any(:shards::text[]))")
                    .param("shards", shards)
                    .update();
        });
    }

    private static Tenant tenant(ResultSet row, int number) throws SQLException {
        return new Tenant(
                new TenantId(row.getInt("id")),
                row.getString("slug"),
                row.getString("name"),
                Locale.forLanguageTag(row.getString("locale")),
                new CurrencyCode(row.getString("currency")),
                new Accent(row.getString("accent")),
                row.getString("shard"),
                TenantState.valueOf(row.getString("state").toUpperCase(Locale.ROOT)));
    }
}
