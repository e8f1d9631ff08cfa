package io.qudao.record.internal.keyed;

import io.qudao.sql.TenantSql;
import io.qudao.tenancy.TenantScope;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Stores the keys of the caller's requests in the running transaction. */
@Component
class RequestKeys {
    private final TenantSql sql;

    RequestKeys(TenantSql sql) {
        this.sql = sql;
    }

    /**
     * The records the first request under a key wrote.
     *
     * @param version the version of its only record when it was written; 0 for several records
     * @param sameContent whether the first request had the same content
     */
    record Written(List<UUID> ids, long version, boolean sameContent) {}

    /** Claims a key, or returns what was written under it. A second request waits until the first has ended. */
    Optional<Written> claim(String key, byte[] fingerprint) {
        int claimed = sql.sql("""
                        insert into engine.record_key (tenant_id, member_id, key, fingerprint, record_ids, version)
                        values (:tenant, :member, :key, :fingerprint, '{}', 0) on conflict do nothing
                        """)
                .set("member", TenantScope.caller().member())
                .set("key", key)
                .set("fingerprint", fingerprint)
                .update();
        return claimed > 0 ? Optional.empty() : Optional.of(written(key, fingerprint));
    }

    /** Stores what was written under a key that this transaction has claimed. */
    void keep(String key, List<UUID> ids, long version) {
        sql.sql("""
                        update engine.record_key set record_ids = :ids, version = :version
                         where tenant_id = :tenant and member_id = :member and key = :key
                        """)
                .set("member", TenantScope.caller().member())
                .set("key", key)
                .array("ids", "uuid", ids)
                .set("version", version)
                .update();
    }

    private Written written(String key, byte[] fingerprint) {
        return sql.sql("""
                        select record_ids, version, fingerprint from engine.record_key
                         where tenant_id = :tenant and member_id = :member and key = :key
                        """)
                .set("member", TenantScope.caller().member())
                .set("key", key)
                .single(row -> new Written(
                        row.uuids("record_ids"),
                        row.number("version"),
                        Arrays.equals(row.bytes("fingerprint"), fingerprint)));
    }
}
