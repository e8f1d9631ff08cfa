package io.qudao.outbox.internal;

import io.qudao.outbox.OutboxMessage;
import io.qudao.tenancy.TenantScope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of the outbox, in the running transaction. */
@Component
final class OutboxRows {
    private static final int LONGEST_ERROR = 1000;

    private final JdbcClient jdbc;

    OutboxRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void addTurn() {
        jdbc.sql("insert into engine.outbox_turn (tenant_id) values (?) on conflict do nothing")
                .param(tenant())
                .update();
    }

    /** Takes the tenant's turn until the end of the transaction; false while another node has it. */
    boolean takeTurn() {
        return jdbc.sql("select 1 from engine.outbox_turn where tenant_id = ? for update skip locked")
                .param(tenant())
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    List<OutboxMessage> next(int limit) {
        return jdbc.sql("""
                        select position, topic, message_key, payload, written_at
                          from engine.outbox where tenant_id = ? order by position limit ?
                        """).params(tenant(), limit).query(OutboxRows::message).list();
    }

    /** Those of this node's transaction snapshot: an earlier position may still commit, so exactly these are removed. */
    void remove(List<OutboxMessage> messages) {
        jdbc.sql("delete from engine.outbox where tenant_id = ? and position = any(?)")
                .params(tenant(), messages.stream().map(OutboxMessage::position).toArray(Long[]::new))
                .update();
    }

    /** Keys of which the consumer has messages waiting. */
    Set<String> waitingKeys(String consumer) {
        return new HashSet<>(jdbc.sql(
                        "select distinct message_key from engine.outbox_retry where tenant_id = ? and consumer = ? and not dead")
                .params(tenant(), consumer)
                .query(String.class)
                .list());
    }

    /** The first waiting message of each key, where its time has come. */
    List<Waiting> due(String consumer, int limit) {
        return jdbc.sql("""
                        select r.position, r.topic, r.message_key, r.payload, r.written_at, r.attempts
                          from engine.outbox_retry r
                         where r.tenant_id = :tenant and r.consumer = :consumer and not r.dead and r.due_at <= now()
                           and not exists (select from engine.outbox_retry e
                                            where e.tenant_id = r.tenant_id and e.consumer = r.consumer and not e.dead
                                              and e.message_key = r.message_key and e.position < r.position)
                         order by r.position limit :limit
                        """)
                .param("tenant", tenant())
                .param("consumer", consumer)
                .param("limit", limit)
                .query((row, number) -> new Waiting(message(row, number), row.getInt("attempts")))
                .list();
    }

    /** Keeps a message for a consumer, to be tried after this time. */
    void keep(String consumer, Waiting waiting, Duration wait, boolean dead, String error) {
        var message = waiting.message();
        jdbc.sql("""
                        insert into engine.outbox_retry (tenant_id, consumer, position, topic, message_key, payload,
                               written_at, attempts, due_at, dead, error)
                        values (:tenant, :consumer, :position, :topic, :key, :payload,
                               :written, :attempts, now() + make_interval(secs => :wait / 1000.0), :dead, :error)
                        on conflict (tenant_id, consumer, position) do update
                           set attempts = excluded.attempts, due_at = excluded.due_at, dead = excluded.dead,
                               error = excluded.error
                        """)
                .param("tenant", tenant())
                .param("consumer", consumer)
                .param("position", message.position())
                .param("topic", message.topic())
                .param("key", message.key())
                .param("payload", message.json())
                .param("written", Timestamp.from(message.writtenAt()))
                .param("attempts", waiting.attempts())
                .param("wait", wait.toMillis())
                .param("dead", dead)
                .param(
                        "error",
                        error.substring(0, Math.min(error.length(), LONGEST_ERROR))
                                .replace("\0", ""))
                .update();
    }

    boolean isWaiting(String consumer, long position) {
        return jdbc.sql("""
                        select 1 from engine.outbox_retry
                         where tenant_id = ? and consumer = ? and position = ? and not dead
                        """)
                .params(tenant(), consumer, position)
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    void forget(String consumer, long position) {
        jdbc.sql("delete from engine.outbox_retry where tenant_id = ? and consumer = ? and position = ?")
                .params(tenant(), consumer, position)
                .update();
    }

    static OutboxMessage message(ResultSet row, int number) throws SQLException {
        return new OutboxMessage(
                row.getLong("position"),
                row.getString("topic"),
                row.getString("message_key"),
                row.getString("payload"),
                row.getTimestamp("written_at").toInstant());
    }

    /** A message and how often it was rejected. */
    record Waiting(OutboxMessage message, int attempts) {
        Waiting rejected() {
            return new Waiting(message, attempts + 1);
        }
    }

    private static int tenant() {
        return TenantScope.tenant().value();
    }
}
