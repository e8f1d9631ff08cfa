package io.qudao.sql;

import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Caches rows only after they are committed: a transaction also reads its own new rows, which disappear when it is rolled
 * back.
 */
public final class Committed {
    private Committed() {}

    /** Runs the action after the current transaction commits; immediately if there is none. */
    public static void then(Runnable remember) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            remember.run();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                remember.run();
            }
        });
    }
}
