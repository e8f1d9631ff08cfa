package io.qudao.outbox.internal;

import io.qudao.kernel.CommonProblem;
import io.qudao.kernel.Keyset;
import io.qudao.kernel.ProblemException;
import io.qudao.outbox.DeadLetter;
import io.qudao.outbox.DeadLetters;
import io.qudao.sql.TenantSql;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Dead letters read from the rows kept for consumers. */
@Component
final class JdbcDeadLetters implements DeadLetters {
    private final TenantSql sql;
    private final TransactionTemplate transaction;
    private final OutboxRelay relay;

    JdbcDeadLetters(TenantSql sql, TransactionTemplate transaction, OutboxRelay relay) {
        this.sql = sql;
        this.transaction = transaction;
        this.relay = relay;
    }

    @Override
    public List<DeadLetter> list(int limit) {
        return transaction.execute(status -> sql.sql("""
                        select consumer, position, topic, message_key, payload, written_at, attempts, dead, due_at, error
                          from engine.outbox_retry where tenant_id = :tenant order by position, consumer limit :limit
                        """)
                .set("limit", Keyset.limit(limit))
                .list(row -> new DeadLetter(
                        row.text("consumer"),
                        OutboxRows.message(row),
                        row.count("attempts"),
                        row.truth("dead"),
                        row.instant("due_at"),
                        row.text("error"))));
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

    private void change(String statement, String consumer, long position) {
        transaction.executeWithoutResult(status -> {
            int rows = sql.sql(
                            statement + " where tenant_id = :tenant and consumer = :consumer and position = :position")
                    .set("consumer", consumer)
                    .set("position", position)
                    .update();
            if (rows == 0) {
                throw new ProblemException(CommonProblem.NOT_FOUND);
            }
        });
    }
}
