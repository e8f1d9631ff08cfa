package io.qudao.idempotency.internal;

import io.qudao.idempotency.Made;
import io.qudao.sql.TenantSql;
import io.qudao.tenancy.TenantScope;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The keys of the caller's requests, in the running transaction. */
@Component
class RequestKeyRows {
    private final TenantSql sql;

    RequestKeyRows(TenantSql sql) {
        this.sql = sql;
    }

    /**
     * What the first request under a key wrote.
     *
     * @param sameContent whether its content was the same
     */
    record Claimed(Made made, boolean sameContent) {}

    /** Claims a key, or returns what has it. A second request waits here until the first has ended. */
    Optional<Claimed> claim(String command, String key, byte[] fingerprint, Made planned) {
        int claimed = sql.sql("""
                        insert into engine.request_key (tenant_id, member_id, command, key, fingerprint, made, version)
                        values (:tenant, :member, :command, :key, :fingerprint, :made, :version) on conflict do nothing
                        """)
                .set("member", TenantScope.caller().member())
                .set("command", command)
                .set("key", key)
                .set("fingerprint", fingerprint)
                .array("made", "uuid", planned.ids())
                .set("version", planned.version())
                .update();
        return claimed > 0 ? Optional.empty() : Optional.of(claimed(command, key, fingerprint));
    }

    /** Stores what was written under a key that this transaction has claimed. */
    void keep(String command, String key, Made made) {
        sql.sql("""
                        update engine.request_key set made = :made, version = :version
                        where tenant_id = :tenant and member_id = :member and command = :command and key = :key
                        """)
                .set("member", TenantScope.caller().member())
                .set("command", command)
                .set("key", key)
                .array("made", "uuid", made.ids())
                .set("version", made.version())
                .update();
    }

    private Claimed claimed(String command, String key, byte[] fingerprint) {
        return sql.sql("""
                        select made, version, fingerprint from engine.request_key
                        where tenant_id = :tenant and member_id = :member and command = :command and key = :key
                        """)
                .set("member", TenantScope.caller().member())
                .set("command", command)
                .set("key", key)
                .single(row -> new Claimed(
                        new Made(row.uuids("made"), row.number("version")),
                        isSame(row.bytes("fingerprint"), fingerprint)));
    }

    /** A key from a build that kept no fingerprint cannot be compared and counts as the same. */
    private static boolean isSame(byte @Nullable [] known, byte[] fingerprint) {
        return known == null || Arrays.equals(known, fingerprint);
    }
}
