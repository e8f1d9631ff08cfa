package io.qudao.tenancy.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionTemplate;

/** Transactions opened in code, repeated as {@link TransactionRetries} defines. */
final class RepeatingTransactions extends TransactionTemplate {
    private static final long serialVersionUID = 1;

    RepeatingTransactions(PlatformTransactionManager manager) {
        super(manager);
    }

    @Override
    public <T extends @Nullable Object> T execute(TransactionCallback<T> action) {
        return TransactionRetries.of(() -> super.execute(action));
    }
}
