package io.qudao.identity.internal;

import io.qudao.kernel.TenantId;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Ends sessions with everything granted in them in the running transaction: their tokens become invalid at once,
 * everywhere.
 */
@Component
class OpenGrants {

    private final JdbcRevocations revocations;

    OpenGrants(JdbcRevocations revocations) {
        this.revocations = revocations;
    }

    void endSession(JdbcClient sql, TenantId tenant, UUID session) {
        end(sql, tenant, "id", session);
    }

    void endSessionsOf(JdbcClient sql, TenantId tenant, UUID person) {
        end(sql, tenant, "person_id", person);
    }

    /** Revokes everything a program got by one of its secrets. */
    void endProgram(JdbcClient sql, TenantId tenant, UUID program, UUID secret) {
        sql.sql("delete from authorization_grant where tenant_id = :tenant and content ->> 'client' = :client")
                .param("tenant", tenant.value())
                .param("client", program.toString())
                .update();
        revocations.revoke(sql, tenant, List.of(secret));
    }

    private void end(JdbcClient sql, TenantId tenant, String column, UUID value) {
        var sessions = sql.sql("delete from sign_in_session where tenant_id = :tenant and " + column
                        + " = :value returning id")
                .param("tenant", tenant.value())
                .param("value", value)
                .query(UUID.class)
                .list();
        sql.sql("delete from authorization_grant where tenant_id = :tenant and session_id = any(:sessions::uuid[])")
                .param("tenant", tenant.value())
                .param("sessions", sessions.toArray(UUID[]::new))
                .update();
        revocations.revoke(sql, tenant, sessions);
    }
}
