package io.qudao.outbox.internal;

import io.qudao.outbox.Outbox;
import io.qudao.tenancy.TenantScope;
import java.util.Collection;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** One insert, and a ring at the relay's bell once it is committed. */
@Component
final class JdbcOutbox implements Outbox {
    private final JdbcClient jdbc;
    private final TransactionSynchronization ringAfterCommit;

    /** @param relay asked for late: whoever consumes messages may write some */
    JdbcOutbox(JdbcClient jdbc, ObjectProvider<OutboxRelay> relay) {
        this.jdbc = jdbc;
        this.ringAfterCommit = new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                relay.getObject().ring();
            }
        };
    }

    @Override
    public void append(String topic, String key, String json) {
        jdbc.sql("insert into engine.outbox (tenant_id, topic, message_key, payload) values (?, ?, ?, ?)")
                .params(TenantScope.tenant().value(), topic, key, json)
                .update();
        TransactionSynchronizationManager.registerSynchronization(ringAfterCommit);
    }

    @Override
    public void append(String topic, Collection<String> keys, String json) {
        if (keys.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        insert into engine.outbox (tenant_id, topic, message_key, payload)
                        select ?, ?, k.key, ? from unnest(cast(? as text[])) with ordinality k (key, place) order by k.place
                        """)
                .params(TenantScope.tenant().value(), topic, json, keys.toArray(String[]::new))
                .update();
        TransactionSynchronizationManager.registerSynchronization(ringAfterCommit);
    }
}
