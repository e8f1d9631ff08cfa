package io.qudao.testing;

import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.SimpleTransactionStatus;

/** Transactions without a database behind them: how many were begun, and whether one is open. */
public final class NoTransactions implements PlatformTransactionManager {
    private final AtomicInteger begun = new AtomicInteger();
    private final AtomicInteger ended = new AtomicInteger();

    public int begun() {
        return begun.get();
    }

    public boolean isOpen() {
        return begun.get() > ended.get();
    }

    @Override
    public TransactionStatus getTransaction(@Nullable TransactionDefinition definition) {
        begun.incrementAndGet();
        return new SimpleTransactionStatus();
    }

    @Override
    public void commit(TransactionStatus status) {
        ended.incrementAndGet();
    }

    @Override
    public void rollback(TransactionStatus status) {
        ended.incrementAndGet();
    }
}
