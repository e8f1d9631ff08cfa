package io.qudao.tenancy.internal;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Runs a transaction again that the database has aborted in favour of another (deadlock 40P01, serialisation failure
 * 40001). Everything of it is undone, so the caller need not notice. Inside a running transaction, only the outermost
 * one can be repeated.
 */
final class TransactionRetries {
    private static final int MOST = 5;
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(20);

    private TransactionRetries() {}

    static <T extends @Nullable Object, X extends Throwable> T of(Attempt<T, X> attempt) throws X {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            return attempt.run();
        }
        for (int tries = 1; ; tries++) {
            try {
                return attempt.run();
            } catch (PessimisticLockingFailureException lost) {
                if (tries == MOST) {
                    throw lost;
                }
                LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(LONGEST_PAUSE.toNanos() * tries));
            }
        }
    }

    /** One attempt; runs again from its beginning. */
    @FunctionalInterface
    interface Attempt<T extends @Nullable Object, X extends Throwable> {
        T run() throws X;
    }
}
