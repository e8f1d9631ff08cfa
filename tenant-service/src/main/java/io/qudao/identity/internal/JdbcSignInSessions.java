package io.qudao.identity.internal;

import io.qudao.control.store.ControlDatabase;
import io.qudao.identity.Membership;
import io.qudao.identity.SignInSessions;
import io.qudao.identity.SignedInPerson;
import io.qudao.kernel.Ids;
import io.qudao.kernel.TenantId;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

@Component
class JdbcSignInSessions implements SignInSessions {

    private final ControlDatabase database;
    private final OpenGrants grants;
    private final IdentityProperties properties;
    private final Clock clock;

    JdbcSignInSessions(ControlDatabase database, OpenGrants grants, IdentityProperties properties, Clock clock) {
        this.database = database;
        this.grants = grants;
        this.properties = properties;
        this.clock = clock;
    }

    @Override
    public Optional<OpenedSession> open(Membership member) {
        var key = Hashes.newSecret();
        var now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        var person = new SignedInPerson(member.tenant(), member.person(), Ids.next(), now);
        int opened = database.within(member.tenant(), sql -> {
            sql.sql("delete from sign_in_session where tenant_id = :tenant and expires_at < :now")
                    .param("tenant", member.tenant().value())
                    .param("now", now.atOffset(ZoneOffset.UTC))
                    .update();
            return sql.sql("""
                            insert into sign_in_session
                                (tenant_id, id, key_hash, person_id, authenticated_at, expires_at)
                            select tenant_id, :id, :key, person_id, :now::timestamptz, :expires::timestamptz
                            from membership where tenant_id = :tenant and person_id = :person and active for share
                            """)
                    .param("tenant", member.tenant().value())
                    .param("id", person.session())
                    .param("key", Hashes.sha256(key))
                    .param("person", member.person())
                    .param("now", now.atOffset(ZoneOffset.UTC))
                    .param("expires", now.plus(properties.sessionLife()).atOffset(ZoneOffset.UTC))
                    .update();
        });
        return opened == 0 ? Optional.empty() : Optional.of(new OpenedSession(person, key));
    }

    @Override
    public Optional<SignedInPerson> find(TenantId tenant, String key) {
        return database.within(
                tenant,
                sql -> sql.sql("""
                        select id, person_id, authenticated_at from sign_in_session
                        where tenant_id = :tenant and key_hash = :key and expires_at > :now
                        """)
                        .param("tenant", tenant.value())
                        .param("key", Hashes.sha256(key))
                        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .query((row, number) -> new SignedInPerson(
                                tenant,
                                row.getObject("person_id", UUID.class),
                                row.getObject("id", UUID.class),
                                row.getObject("authenticated_at", OffsetDateTime.class)
                                        .toInstant()))
                        .optional());
    }

    @Override
    public void end(TenantId tenant, UUID session) {
        database.within(tenant, sql -> {
            grants.endSession(sql, tenant, session);
            return session;
        });
    }

    @Override
    public void endAll(TenantId tenant, UUID person) {
        database.within(tenant, sql -> {
            grants.endSessionsOf(sql, tenant, person);
            return person;
        });
    }
}
