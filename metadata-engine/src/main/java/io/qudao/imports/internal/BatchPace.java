package io.qudao.imports.internal;

import jakarta.persistence.EntityManager;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps the cost of a batch independent of how many batches precede it in the same transaction, and reports progress.
 *
 * <p>Two costs would grow otherwise. Hibernate's session looks through everything it has read or written whenever it
 * writes. And the database plans a statement once: a plan made while a table was empty reads the table from end to end,
 * and keeps doing so while this transaction fills it; the checks of its foreign keys included.
 */
@Component
final class BatchPace {
    private final EntityManager entities;
    private final JdbcClient jdbc;
    private final JobRows jobs;
    private final TransactionTemplate apart;

    BatchPace(EntityManager entities, JdbcClient jdbc, JobRows jobs, PlatformTransactionManager transactions) {
        this.entities = entities;
        this.jdbc = jdbc;
        this.jobs = jobs;
        this.apart = new TransactionTemplate(transactions);
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /**
     * Called after a batch: flushes and clears the session and makes the database plan statements again for the tables
     * as they are now.
     */
    void next() {
        entities.flush();
        entities.clear();
        jdbc.sql("discard plans").update();
    }

    /** Publishes how many rows the running transaction has stored, before it commits. */
    void tell(UUID job, long stored) {
        apart.executeWithoutResult(status -> jobs.tellProgress(job, stored));
    }
}
