package io.qudao.imports.internal;

import io.qudao.sql.TenantSql;
import jakarta.persistence.EntityManager;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps the cost of a batch independent of how many batches precede it in the same transaction, and reports progress.
 *
 * <p>Three costs would grow otherwise. Hibernate's session looks through everything it has read or written whenever it
 * writes. The database plans a statement once: a plan made while a table was empty reads the table from end to end, and
 * keeps doing so while this transaction fills it; the checks of its foreign keys included. And a tenant that is not yet in
 * the statistics is taken for one without rows: a plan made for that tenant reads all of its rows to find one.
 */
@Component
final class BatchPace {
    /** From so many rows on, a plan that reads all of them is noticeably slow. */
    private static final int LARGE = 1_000;

    private final EntityManager entities;
    private final TenantSql sql;
    private final JobRows jobs;
    private final TransactionTemplate apart;

    BatchPace(EntityManager entities, TenantSql sql, JobRows jobs, PlatformTransactionManager transactions) {
        this.entities = entities;
        this.sql = sql;
        this.jobs = jobs;
        this.apart = new TransactionTemplate(transactions);
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** Called before the first batch of a transaction: statements are planned for any tenant instead of this one. */
    void begin() {
        sql.sql("set local plan_cache_mode = force_generic_plan").update();
    }

    /**
     * Called after a batch: flushes and clears the session and makes the database plan statements again for the tables
     * as they are now.
     */
    void next() {
        entities.flush();
        entities.clear();
        sql.sql("discard plans").update();
    }

    /** Called at the end of an import: updates the statistics of the database once the import is committed. */
    void end(long rows) {
        if (rows < LARGE) {
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                apart.execute(
                        status -> sql.sql("select engine.refresh_statistics()").any());
            }
        });
    }

    /** Publishes how many rows the running transaction has stored, before it commits. */
    void tell(UUID job, long stored) {
        apart.executeWithoutResult(status -> jobs.tellProgress(job, stored));
    }
}
