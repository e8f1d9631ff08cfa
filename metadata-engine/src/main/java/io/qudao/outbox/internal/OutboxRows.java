package io.qudao.outbox.internal;

import io.qudao.outbox.OutboxMessage;
import io.qudao.sql.SqlRow;
import io.qudao.sql.TenantSql;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The SQL of the outbox, in the running transaction. */
@Component
final class OutboxRows {
    private static final int LONGEST_ERROR = 1000;

    private final TenantSql sql;

    OutboxRows(TenantSql sql) {
        this.sql = sql;
    }

    void addTurn() {
        sql.sql("insert into engine.outbox_turn (tenant_id) values (:tenant) on conflict do nothing")
                .update();
    }

    /**
     * Locks the tenant's turn until the end of the transaction; returns false while another node holds it. Statements are
     * planned for any tenant, because the planner takes one that is not yet in the statistics for one without rows.
     */
    boolean takeTurn() {
        return sql.sql("""
                        select set_config('plan_cache_mode', 'force_generic_plan', true)
                          from engine.outbox_turn where tenant_id = :tenant for update skip locked
                        """).any();
    }

    List<OutboxMessage> next(int limit) {
        return sql.sql("""
                        select position, topic, message_key, payload, written_at
                          from engine.outbox where tenant_id = :tenant order by position limit :limit
                        """).set("limit", limit).list(OutboxRows::message);
    }

    /**
     * Removes exactly the messages read in this transaction's snapshot, because an earlier position may still be
     * committed by another transaction.
     */
    void remove(List<OutboxMessage> messages) {
        sql.sql("delete from engine.outbox where tenant_id = :tenant and position = any(:positions)")
                .array("positions", "bigint", messages, OutboxMessage::position)
                .update();
    }

    /** Returns the keys for which the consumer has waiting messages. */
    Set<String> waitingKeys(String consumer) {
        return new HashSet<>(sql.sql("""
                        select distinct message_key from engine.outbox_retry
                         where tenant_id = :tenant and consumer = :consumer and not dead
                        """).set("consumer", consumer).texts());
    }

    /** Returns the first waiting message of each key that is due. */
    List<Waiting> due(String consumer, int limit) {
        return sql.sql("""
                        select r.position, r.topic, r.message_key, r.payload, r.written_at, r.attempts
                          from engine.outbox_retry r
                         where r.tenant_id = :tenant and r.consumer = :consumer and not r.dead and r.due_at <= now()
                           and not exists (select from engine.outbox_retry e
                                            where e.tenant_id = r.tenant_id and e.consumer = r.consumer and not e.dead
                                              and e.message_key = r.message_key and e.position < r.position)
                         order by r.position limit :limit
                        """)
                .set("consumer", consumer)
                .set("limit", limit)
                .list(row -> new Waiting(message(row), row.count("attempts")));
    }

    /** Keeps a message for a consumer, to be retried after this delay. */
    void keep(String consumer, Waiting waiting, Duration wait, boolean dead, String error) {
        var message = waiting.message();
        sql.sql("""
                        insert into engine.outbox_retry (tenant_id, consumer, position, topic, message_key, payload,
                               written_at, attempts, due_at, dead, error)
                        values (:tenant, :consumer, :position, :topic, :key, :payload,
                               :written, :attempts, now() + make_interval(secs => :wait / 1000.0), :dead, :error)
                        on conflict (tenant_id, consumer, position) do update
                           set attempts = excluded.attempts, due_at = excluded.due_at, dead = excluded.dead,
                               error = excluded.error
                        """)
                .set("consumer", consumer)
                .set("position", message.position())
                .set("topic", message.topic())
                .set("key", message.key())
                .set("payload", message.json())
                .set("written", message.writtenAt())
                .set("attempts", waiting.attempts())
                .set("wait", wait.toMillis())
                .set("dead", dead)
                .set(
                        "error",
                        error.substring(0, Math.min(error.length(), LONGEST_ERROR))
                                .replace("\0", ""))
                .update();
    }

    boolean isWaiting(String consumer, long position) {
        return sql.sql("""
                        select 1 from engine.outbox_retry
                         where tenant_id = :tenant and consumer = :consumer and position = :position and not dead
                        """).set("consumer", consumer).set("position", position).any();
    }

    void forget(String consumer, long position) {
        sql.sql("""
                        delete from engine.outbox_retry
                         where tenant_id = :tenant and consumer = :consumer and position = :position
                        """).set("consumer", consumer).set("position", position).update();
    }

    static OutboxMessage message(SqlRow row) throws SQLException {
        return new OutboxMessage(
                row.number("position"),
                row.text("topic"),
                row.text("message_key"),
                row.text("payload"),
                row.instant("written_at"));
    }

    /** A message and the number of times it was rejected. */
    record Waiting(OutboxMessage message, int attempts) {
        Waiting rejected() {
            return new Waiting(message, attempts + 1);
        }
    }
}
