package io.qudao.identity.internal;

import io.qudao.control.store.ControlDatabase;
import io.qudao.kernel.TenantId;
import io.qudao.registry.CurrentTenant;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Codes and tokens in the current tenant's rows, so that every instance knows them and no tenant finds another's. Only
 * the first to read a grant can change it: of a code or refresh token sent twice at the same moment, only one is
 * accepted.
 */
@Component
class JdbcGrants implements OAuth2AuthorizationService {

    private static final String VERSION = JdbcGrants.class.getName() + ".version";
    private static final Map<String, String> COLUMNS = Map.of(
            "code", "code_hash",
            "access_token", "access_hash",
            "id_token", "id_hash",
            "refresh_token", "refresh_hash");

    private final ControlDatabase database;
    private final TenantClients clients;
    private final JdbcRevocations revocations;
    private final JsonMapper json;
    private final Clock clock;

    JdbcGrants(
            ControlDatabase database,
            TenantClients clients,
            JdbcRevocations revocations,
            JsonMapper json,
            Clock clock) {
        this.revocations = revocations;
        this.database = database;
        this.clients = clients;
        this.json = json;
        this.clock = clock;
    }

    private record Kept(String id, int version, GrantContent content) {}

    @Override
    public void save(OAuth2Authorization grant) {
        var tenant = CurrentTenant.get().tenant().id();
        var content = GrantMapping.content(grant);
        Integer version = grant.getAttribute(VERSION);
        int changed = database.within(
                tenant,
                sql -> version == null
                        ? insert(sql, tenant, grant.getId(), content)
                        : update(sql, tenant, grant.getId(), content, version));
        if (changed == 0) {
            throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_GRANT);
        }
        content.revoked()
                .ifPresent(token -> database.within(tenant, sql -> {
                    revocations.revoke(sql, tenant, List.of(token));
                    return token;
                }));
    }

    @Override
    public void remove(OAuth2Authorization grant) {
        var tenant = CurrentTenant.get().tenant().id();
        database.within(
                tenant,
                sql -> sql.sql("delete from authorization_grant where tenant_id = :tenant and id = :id")
                        .param("tenant", tenant.value())
                        .param("id", grant.getId())
                        .update());
    }

    @Override
    public @Nullable OAuth2Authorization findById(String id) {
        return find("id = :key", id, null);
    }

    @Override
    public @Nullable OAuth2Authorization findByToken(String token, @Nullable OAuth2TokenType type) {
        var hash = Hashes.sha256Text(token);
        if (type == null) {
            return find("(" + String.join(" = :key or ", COLUMNS.values()) + " = :key)", hash, token);
        }
        var column = COLUMNS.get(type.getValue());
        return column == null ? null : find(column + " = :key", hash, token);
    }

    private int insert(JdbcClient sql, TenantId tenant, String id, GrantContent content) {
        sql.sql("delete from authorization_grant where tenant_id = :tenant and expires_at < :now")
                .param("tenant", tenant.value())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        return sql.sql("""
                        insert into authorization_grant (tenant_id, id, version, expires_at, content)
                        values (:tenant, :id, 1, :expires, :content::jsonb)
                        """)
                .param("tenant", tenant.value())
                .param("id", id)
                .param("expires", expiry(content).atOffset(ZoneOffset.UTC))
                .param("content", json.writeValueAsString(content))
                .update();
    }

    private int update(JdbcClient sql, TenantId tenant, String id, GrantContent content, int version) {
        return sql.sql("""
                        update authorization_grant
                        set version = version + 1, expires_at = :expires, content = :content::jsonb
                        where tenant_id = :tenant and id = :id and version = :version
                        """)
                .param("tenant", tenant.value())
                .param("id", id)
                .param("version", version)
                .param("expires", expiry(content).atOffset(ZoneOffset.UTC))
                .param("content", json.writeValueAsString(content))
                .update();
    }

    private @Nullable OAuth2Authorization find(String condition, String key, @Nullable String presented) {
        var tenant = CurrentTenant.get().tenant().id();
        return database.within(
                        tenant,
                        sql -> sql.sql("select id, version, content from authorization_grant"
                                        + " where tenant_id = :tenant and " + condition)
                                .param("tenant", tenant.value())
                                .param("key", key)
                                .query((row, number) -> new Kept(
                                        row.getString("id"),
                                        row.getInt("version"),
                                        json.readValue(row.getString("content"), GrantContent.class)))
                                .optional())
                .map(kept -> restore(tenant, kept, presented))
                .orElse(null);
    }

    private @Nullable OAuth2Authorization restore(TenantId tenant, Kept kept, @Nullable String presented) {
        var client = clients.findById(kept.content().client());
        if (client == null) {
            return null;
        }
        var grant = GrantMapping.grant(kept.id(), tenant, client, kept.content(), presented);
        return OAuth2Authorization.from(grant)
                .attribute(VERSION, kept.version())
                .build();
    }

    private static Instant expiry(GrantContent content) {
        return content.tokens().values().stream()
                .map(GrantContent.Token::expiresAt)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }
}
