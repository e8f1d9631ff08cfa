package io.qudao.outbox.internal;

import io.qudao.kernel.CommonProblem;
import io.qudao.kernel.Keyset;
import io.qudao.kernel.ProblemException;
import io.qudao.outbox.DeadLetter;
import io.qudao.outbox.DeadLetters;
import io.qudao.tenancy.TenantScope;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The rows that consumers left behind. */
@Component
final class JdbcDeadLetters implements DeadLetters {
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final OutboxRelay relay;

    JdbcDeadLetters(JdbcClient jdbc, TransactionTemplate transaction, OutboxRelay relay) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.relay = relay;
    }

    @Override
    public List<DeadLetter> list(int limit) {
        return transaction.execute(status -> jdbc.sql("""
                        select consumer, position, topic, message_key, payload, written_at, attempts, dead, due_at, error
                          from engine.outbox_retry where tenant_id = ? order by position, consumer limit ?
                        """)
                .params(TenantScope.tenant().value(), Keyset.limit(limit))
                .query((row, number) -> new DeadLetter(
                        row.getString("consumer"),
                        OutboxRows.message(row, number),
                        row.getInt("attempts"),
                        row.getBoolean("dead"),
                        row.getTimestamp("due_at").toInstant(),
                        row.getString("error")))
                .list());
    }

    @Override
    public void retry(String consumer, long position) {
        change("update engine.outbox_retry set dead = false, attempts = 0, due_at = now()", consumer, position);
        relay.ring();
    }

    @Override
    public void discard(String consumer, long position) {
        change("delete from engine.outbox_retry", consumer, position);
    }

    private void change(String sql, String consumer, long position) {
        transaction.executeWithoutResult(status -> {
            int rows = jdbc.sql(sql + " where tenant_id = ? and consumer = ? and position = ?")
                    .params(TenantScope.tenant().value(), consumer, position)
                    .update();
            if (rows == 0) {
                throw new ProblemException(CommonProblem.NOT_FOUND);
            }
        });
    }
}
