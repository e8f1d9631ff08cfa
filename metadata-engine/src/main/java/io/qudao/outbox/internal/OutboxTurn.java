package io.qudao.outbox.internal;

import io.qudao.outbox.OutboxConsumer;
import io.qudao.outbox.internal.OutboxDelivery.Rejections;
import io.qudao.outbox.internal.OutboxRows.Waiting;
import io.qudao.tenancy.Caller;
import io.qudao.tenancy.Tenant;
import io.qudao.tenancy.TenantCreated;
import io.qudao.tenancy.TenantScope;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * One turn of the relay for one tenant: rejected messages that are due, then a batch of new ones. A batch is one
 * transaction, so what a database consumer writes and what is removed commit together. A batch that a consumer rejects
 * is delivered message by message, each in a transaction of its own.
 */
@Component
final class OutboxTurn {
    private final OutboxRows rows;
    private final OutboxDelivery delivery;
    private final OutboxProperties properties;
    private final TransactionTemplate transaction;

    OutboxTurn(OutboxRows rows, OutboxDelivery delivery, OutboxProperties properties, TransactionTemplate transaction) {
        this.rows = rows;
        this.delivery = delivery;
        this.properties = properties;
        this.transaction = transaction;
    }

    @EventListener
    void on(TenantCreated created) {
        rows.addTurn();
    }

    /** Returns whether there may be more. */
    boolean take(Tenant tenant) {
        return TenantScope.call(Caller.platform(tenant), () -> {
            boolean moreAgain = false;
            for (OutboxConsumer consumer : delivery.consumers()) {
                moreAgain |= again(consumer);
            }
            return deliver() || moreAgain;
        });
    }

    private boolean again(OutboxConsumer consumer) {
        int tried = 0;
        List<Waiting> due;
        do {
            due = transaction.execute(status -> rows.due(consumer.name(), properties.batch()));
            due.forEach(waiting -> again(consumer, waiting));
            tried += due.size();
        } while (!due.isEmpty() && tried < properties.batch());
        return !due.isEmpty();
    }

    private void again(OutboxConsumer consumer, Waiting waiting) {
        try {
            inTurn(() -> {
                delivery.again(consumer, waiting);
                return true;
            });
        } catch (RejectedException rejected) {
            inTurn(() -> {
                delivery.keep(consumer, waiting.rejected(), rejected.getCause());
                return true;
            });
        }
    }

    private boolean deliver() {
        try {
            return inTurn(delivery::batch).orElse(0) == properties.batch();
        } catch (RejectedException rejected) {
            return oneByOne();
        }
    }

    private boolean oneByOne() {
        boolean more = true;
        var rejections = Rejections.none();
        for (int delivered = 0; more && delivered < properties.batch(); ) {
            try {
                var known = rejections;
                more = inTurn(() -> delivery.one(known)).orElse(false);
                delivered++;
            } catch (RejectedException rejected) {
                rejections = rejections.plus(rejected);
            }
        }
        return more;
    }

    /** Runs work in a transaction that holds the tenant's turn; does nothing while another node holds it. */
    private <T> Optional<T> inTurn(Supplier<T> work) {
        return transaction.execute(status -> rows.takeTurn() ? Optional.of(work.get()) : Optional.<T>empty());
    }
}
