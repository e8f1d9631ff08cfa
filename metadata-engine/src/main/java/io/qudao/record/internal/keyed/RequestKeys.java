package io.qudao.record.internal.keyed;

import io.qudao.sql.TenantSql;
import io.qudao.tenancy.TenantScope;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The keys of the caller's requests, in the running transaction. */
@Component
class RequestKeys {
    private final TenantSql sql;

    RequestKeys(TenantSql sql) {
        this.sql = sql;
    }

    /**
     * What the first request under a key wrote.
     *
     * @param version of its only record, as it was written; 0 where there were several
     * @param sameContent whether the same was asked for
     */
    record Written(List<UUID> ids, long version, boolean sameContent) {}

    /** Takes a key; what was written under it otherwise. Who comes second waits for what becomes of the first. */
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

    /** What was written under a key that this transaction has taken. */
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
