package io.qudao.provisioning.internal;

import io.qudao.control.store.ControlDatabase;
import io.qudao.identity.ApiClients;
import io.qudao.identity.Memberships;
import io.qudao.kernel.Ids;
import io.qudao.kernel.TenantId;
import io.qudao.provisioning.Provisioning;
import io.qudao.registry.Tenants;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Leases jobs instead of locking them, so that no transaction is open while the platform is called. */
@Component
class JdbcProvisioning implements Provisioning {

    private static final Logger LOG = LoggerFactory.getLogger(JdbcProvisioning.class);
    private static final Duration LEASE = Duration.ofSeconds(30);
    private static final int LONGEST_ERROR = 500;

    private final ControlDatabase database;
    private final Tenants tenants;
    private final Memberships memberships;
    private final ApiClients clients;
    private final Platform platform;
    private final Clock clock;

    JdbcProvisioning(
            ControlDatabase database,
            Tenants tenants,
            Memberships memberships,
            ApiClients clients,
            Platform platform,
            Clock clock) {
        this.database = database;
        this.tenants = tenants;
        this.memberships = memberships;
        this.clients = clients;
        this.platform = platform;
        this.clock = clock;
    }

    private record Job(TenantId tenant, UUID id, @Nullable UUID client, int attempts) {}

    @Override
    public void order(TenantId tenant, @Nullable UUID client) {
        database.globally(sql -> sql.sql("insert into provisioning_job (tenant_id, id, client_id, next_at)"
                        + " values (:tenant, :id, :client, :next)")
                .param("tenant", tenant.value())
                .param("id", Ids.next())
                .param("client", client)
                .param("next", later(LEASE))
                .update());
    }

    @Override
    public boolean carryOut(TenantId tenant) {
        var open =
                database.globally(sql -> sql.sql("update provisioning_job set attempts = attempts + 1, next_at = :next"
                                + " where tenant_id = :tenant returning tenant_id, id, client_id, attempts")
                        .param("tenant", tenant.value())
                        .param("next", later(LEASE))
                        .query(JdbcProvisioning::job)
                        .list());
        return carryOut(open);
    }

    /** Carries out a few orders that are due; several instances share the list. */
    void carryOutDue() {
        List<Job> due = database.globally(sql -> sql.sql("""
                        update provisioning_job set attempts = attempts + 1, next_at = :next
                        where (tenant_id, id) in (
                            select tenant_id, id from provisioning_job where next_at <= :now
                            order by next_at limit 20 for update skip locked)
                        returning tenant_id, id, client_id, attempts
                        """)
                .param("now", later(Duration.ZERO))
                .param("next", later(LEASE))
                .query(JdbcProvisioning::job)
                .list());
        carryOut(due);
    }

    private boolean carryOut(List<Job> jobs) {
        boolean done = true;
        for (Job job : jobs) {
            var failure = platform.create(order(job));
            failure.ifPresentOrElse(reason -> postpone(job, reason), () -> finish(job));
            done &= failure.isEmpty();
        }
        return done;
    }

    private Platform.NewTenant order(Job job) {
        var tenant = tenants.byId(job.tenant()).orElseThrow();
        var founder = memberships.founder(job.tenant()).orElseThrow();
        var client = Optional.ofNullable(job.client())
                .map(id -> clients.find(job.tenant(), id)
                        .map(found -> new Platform.Client(id, found.name(), true))
                        .orElseGet(() -> new Platform.Client(id, "", false)))
                .orElse(null);
        return new Platform.NewTenant(
                tenant.id().value(),
                tenant.slug(),
                tenant.name(),
                tenant.locale().toLanguageTag(),
                tenant.currency().value(),
                tenant.shard(),
                new Platform.Admin(founder.person(), founder.name(), founder.email()),
                client);
    }

    private void finish(Job job) {
        database.globally(sql -> {
            tenants.activate(job.tenant());
            return sql.sql("delete from provisioning_job where tenant_id = :tenant and id = :id")
                    .param("tenant", job.tenant().value())
                    .param("id", job.id())
                    .update();
        });
    }

    private void postpone(Job job, String reason) {
        LOG.warn("The platform was not notified of tenant {}, attempt {}: {}", job.tenant(), job.attempts(), reason);
        var pause = Duration.ofSeconds(Math.min(60, 1L << Math.min(job.attempts(), 6)));
        database.globally(sql -> sql.sql("update provisioning_job set next_at = :next, last_error = :reason"
                        + " where tenant_id = :tenant and id = :id")
                .param("tenant", job.tenant().value())
                .param("id", job.id())
                .param("next", later(pause))
                .param("reason", reason.substring(0, Math.min(LONGEST_ERROR, reason.length())))
                .update());
    }

    private OffsetDateTime later(Duration pause) {
        return clock.instant().plus(pause).atOffset(ZoneOffset.UTC);
    }

    private static Job job(ResultSet row, int number) throws SQLException {
        return new Job(
                new TenantId(row.getInt("tenant_id")),
                row.getObject("id", UUID.class),
                row.getObject("client_id", UUID.class),
                row.getInt("attempts"));
    }
}
