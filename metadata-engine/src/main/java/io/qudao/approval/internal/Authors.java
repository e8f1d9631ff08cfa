package io.qudao.approval.internal;

import io.qudao.sql.TenantSql;
import io.qudao.tenancy.TenantScope;
import java.util.Collection;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Those who have made or changed a record since its last approval was granted. */
@Component
final class Authors {
    private final TenantSql sql;

    Authors(TenantSql sql) {
        this.sql = sql;
    }

    /** Adds the caller to the authors of these records. */
    void add(String object, Collection<UUID> records) {
        if (records.isEmpty()) {
            return;
        }
        sql.sql("""
                        insert into engine.approval_author (tenant_id, object, record_id, member_id)
                        select distinct :tenant, :object, record, :member from unnest(:records) as changed (record)
                        on conflict do nothing
                        """)
                .set("object", object)
                .array("records", "uuid", records)
                .set("member", TenantScope.caller().member())
                .update();
    }

    /** Forgets the authors of a record, because what they have made of it is approved. */
    void clear(String object, UUID record) {
        sql.sql("""
                        delete from engine.approval_author
                         where tenant_id = :tenant and object = :object and record_id = :record
                        """).set("object", object).set("record", record).update();
    }
}
