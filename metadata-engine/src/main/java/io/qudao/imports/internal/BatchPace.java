package io.qudao.imports.internal;

import jakarta.persistence.EntityManager;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps what a batch costs the same however many went before it in one transaction, and tells how far that has come.
 *
 * <p>Two things grow otherwise. The session of Hibernate looks through all that it has read or written whenever it writes.
 * And the database plans a statement once: made while a table was empty, a plan reads it from end to end, and goes on so
 * while this very transaction fills it, the checks of its foreign keys included.
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

    /** After a batch: writes it, forgets it, and has statements planned anew for the tables as they are now. */
    void next() {
        entities.flush();
        entities.clear();
        jdbc.sql("discard plans").update();
    }

    /** Shows to who waits how many rows the running transaction has stored, before it commits. */
    void tell(UUID job, long stored) {
        apart.executeWithoutResult(status -> jobs.tellProgress(job, stored));
    }
}
