package io.qudao.identity.internal;

import io.qudao.control.store.ControlDatabase;
import io.qudao.identity.Revocations;
import io.qudao.kernel.AccessTokens;
import io.qudao.kernel.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Revocations in the database, which all nodes poll; they are also sent over Redis, which is faster. Times are the
 * database's.
 */
@Component
class JdbcRevocations implements Revocations {

    private static final Logger LOG = LoggerFactory.getLogger(JdbcRevocations.class);

    /** A token may be issued at the moment its session ends. */
    private static final Duration MARGIN = Duration.ofMinutes(1);

    private final ControlDatabase database;
    private final StringRedisTemplate redis;
    private final Duration kept;

    JdbcRevocations(ControlDatabase database, StringRedisTemplate redis, IdentityProperties properties) {
        this.database = database;
        this.redis = redis;
        this.kept = properties.tokenLife().plus(MARGIN);
    }

    /** Revokes in the running transaction, which must exist. */
    void revoke(JdbcClient sql, TenantId tenant, Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return;
        }
        sql.sql("delete from revocation where forget_at < clock_timestamp()").update();
        sql.sql("""
                        insert into revocation (tenant_id, id, revoked_at, forget_at)
                        select :tenant, unnest(:ids::uuid[]), clock_timestamp(), clock_timestamp() + :kept * interval '1 second'
                        on conflict do nothing
                        """)
                .param("tenant", tenant.value())
                .param("ids", ids.toArray(UUID[]::new))
                .param("kept", kept.toSeconds())
                .update();
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                tell(tenant, ids);
            }
        });
    }

    @Override
    public Since since(@Nullable Instant moment) {
        return database.globally(sql -> {
            var asOf = sql.sql("select clock_timestamp()")
                    .query(OffsetDateTime.class)
                    .single()
                    .toInstant();
            var revoked = sql.sql("""
                            select tenant_id, id, forget_at from revocation
                            where revoked_at >= :moment and forget_at > :now order by revoked_at
                            """)
                    .param("moment", (moment == null ? Instant.EPOCH : moment).atOffset(ZoneOffset.UTC))
                    .param("now", asOf.atOffset(ZoneOffset.UTC))
                    .query((row, number) -> new Revoked(
                            row.getInt("tenant_id"),
                            row.getObject("id", UUID.class),
                            row.getObject("forget_at", OffsetDateTime.class).toInstant()))
                    .list();
            return new Since(asOf, revoked);
        });
    }

    private void tell(TenantId tenant, Collection<UUID> ids) {
        try {
            redis.convertAndSend(
                    AccessTokens.REVOKED_CHANNEL,
                    tenant + " " + ids.stream().map(UUID::toString).collect(Collectors.joining(" ")));
        } catch (DataAccessException down) {
            LOG.warn("Redis does not respond; nodes see revocations within a second: {}", down.getMessage());
        }
    }
}
