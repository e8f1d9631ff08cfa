package io.qudao.outbox.internal;

import io.qudao.outbox.Outbox;
import io.qudao.sql.TenantSql;
import java.util.Collection;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Inserts a row and wakes the relay after the commit. */
@Component
final class JdbcOutbox implements Outbox {
    private final TenantSql sql;
    private final TransactionSynchronization ringAfterCommit;

    /** @param relay resolved lazily, because consumers may write messages too */
    JdbcOutbox(TenantSql sql, ObjectProvider<OutboxRelay> relay) {
        this.sql = sql;
        this.ringAfterCommit = new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                relay.getObject().ring();
            }
        };
    }

    @Override
    public void append(String topic, String key, String json) {
        sql.sql(
                        "insert into engine.outbox (tenant_id, topic, message_key, payload) values (:tenant, :topic, :key, :json)")
                .set("topic", topic)
                .set("key", key)
                .set("json", json)
                .update();
        TransactionSynchronizationManager.registerSynchronization(ringAfterCommit);
    }

    @Override
    public void append(String topic, Collection<String> keys, String json) {
        if (keys.isEmpty()) {
            return;
        }
        sql.sql("""
                        insert into engine.outbox (tenant_id, topic, message_key, payload)
                        select :tenant, :topic, k.key, :json
                        from unnest(:keys) with ordinality k (key, place) order by k.place
                        """)
                .set("topic", topic)
                .set("json", json)
                .array("keys", "text", keys)
                .update();
        TransactionSynchronizationManager.registerSynchronization(ringAfterCommit);
    }
}
