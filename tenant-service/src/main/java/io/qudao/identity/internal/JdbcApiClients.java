package io.qudao.identity.internal;

import io.qudao.control.store.ControlDatabase;
import io.qudao.identity.ApiClient;
import io.qudao.identity.ApiClients;
import io.qudao.kernel.Ids;
import io.qudao.kernel.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class JdbcApiClients implements ApiClients {

    private static final String COLUMNS = "id, name, created_at, last_used_at";

    private static final String OPEN = " where tenant_id = :tenant and id = :id and revoked_at is null";

    private final ControlDatabase database;
    private final OpenGrants grants;

    JdbcApiClients(ControlDatabase database, OpenGrants grants) {
        this.database = database;
        this.grants = grants;
    }

    @Override
    public List<ApiClient> list(TenantId tenant) {
        return database.within(
                tenant,
                sql -> sql.sql("select " + COLUMNS + " from api_client"
                                + " where tenant_id = :tenant and revoked_at is null order by created_at, id")
                        .param("tenant", tenant.value())
                        .query(JdbcApiClients::client)
                        .list());
    }

    @Override
    public Issued create(TenantId tenant, String name) {
        var secret = Hashes.newSecret();
        return database.within(
                tenant,
                sql -> new Issued(
                        sql.sql("insert into api_client (tenant_id, id, name, secret_hash, secret_id)"
                                        + " values (:tenant, :id, :name, :hash, :secret) returning " + COLUMNS)
                                .param("tenant", tenant.value())
                                .param("id", Ids.next())
                                .param("name", name.strip())
                                .param("hash", Hashes.sha256Text(secret))
                                .param("secret", Ids.next())
                                .query(JdbcApiClients::client)
                                .single(),
                        secret));
    }

    @Override
    public boolean revoke(TenantId tenant, UUID id) {
        return database.within(
                tenant,
                sql -> endSecret(sql, tenant, id)
                        && change(sql, "revoked_at = now()")
                                        .param("tenant", tenant.value())
                                        .param("id", id)
                                        .update()
                                > 0);
    }

    @Override
    public Optional<Issued> renewSecret(TenantId tenant, UUID id) {
        var secret = Hashes.newSecret();
        return database.within(
                tenant,
                sql -> endSecret(sql, tenant, id)
                        ? sql.sql("update api_client set secret_hash = :hash, secret_id = :secret" + OPEN
                                        + " returning " + COLUMNS)
                                .param("tenant", tenant.value())
                                .param("id", id)
                                .param("hash", Hashes.sha256Text(secret))
                                .param("secret", Ids.next())
                                .query(JdbcApiClients::client)
                                .optional()
                                .map(client -> new Issued(client, secret))
                        : Optional.empty());
    }

    @Override
    public boolean setActive(TenantId tenant, UUID id, boolean active) {
        return database.within(tenant, sql -> {
            var known = read(tenant, id);
            if (known.isPresent() && known.get().active() != active) {
                endSecret(sql, tenant, id);
                change(sql, "active = :active, secret_id = :secret")
                        .param("tenant", tenant.value())
                        .param("id", id)
                        .param("active", active)
                        .param("secret", Ids.next())
                        .update();
            }
            return known.isPresent();
        });
    }

    private static JdbcClient.StatementSpec change(JdbcClient sql, String change) {
        return sql.sql("update api_client set " + change + OPEN);
    }

    /** Revokes everything the program got by its current secret; returns false if there is no such program. */
    private boolean endSecret(JdbcClient sql, TenantId tenant, UUID id) {
        var secret = sql.sql("select secret_id from api_client" + OPEN + " for update")
                .param("tenant", tenant.value())
                .param("id", id)
                .query(UUID.class)
                .optional();
        secret.ifPresent(ended -> grants.endProgram(sql, tenant, id, ended));
        return secret.isPresent();
    }

    @Override
    public Optional<ApiClient> find(TenantId tenant, UUID id) {
        return read(tenant, id).map(Known::client);
    }

    @Override
    public Optional<Issued> reissueUnused(TenantId tenant) {
        var secret = Hashes.newSecret();
        return database.within(
                tenant,
                sql -> sql.sql("update api_client set secret_hash = :hash"
                                + " where tenant_id = :tenant and last_used_at is null and revoked_at is null and id ="
                                + " (select id from api_client where tenant_id = :tenant order by created_at, id limit 1)"
                                + " returning " + COLUMNS)
                        .param("tenant", tenant.value())
                        .param("hash", Hashes.sha256Text(secret))
                        .query(JdbcApiClients::client)
                        .optional()
                        .map(client -> new Issued(client, secret)));
    }

    /** A client with the hash of its secret. */
    record Known(ApiClient client, String secretHash, UUID secretId, boolean active) {}

    /** Finds an active program. */
    Optional<Known> known(TenantId tenant, UUID id) {
        return read(tenant, id).filter(Known::active);
    }

    private Optional<Known> read(TenantId tenant, UUID id) {
        return database.within(
                tenant,
                sql -> sql.sql("select " + COLUMNS + ", secret_hash, secret_id, active from api_client" + OPEN)
                        .param("tenant", tenant.value())
                        .param("id", id)
                        .query((row, number) -> new Known(
                                client(row, number),
                                row.getString("secret_hash"),
                                row.getObject("secret_id", UUID.class),
                                row.getBoolean("active")))
                        .optional());
    }

    void used(TenantId tenant, UUID id) {
        database.within(
                tenant,
                sql -> sql.sql("update api_client set last_used_at = now()"
                                + " where tenant_id = :tenant and id = :id"
                                + " and (last_used_at is null or last_used_at < now() - interval '1 minute')")
                        .param("tenant", tenant.value())
                        .param("id", id)
                        .update());
    }

    private static ApiClient client(ResultSet row, int number) throws SQLException {
        return new ApiClient(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                instant(row.getObject("last_used_at", OffsetDateTime.class)));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
