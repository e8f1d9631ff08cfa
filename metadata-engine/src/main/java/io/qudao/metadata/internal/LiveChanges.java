package io.qudao.metadata.internal;

import io.qudao.metadata.ReleasePublished;
import io.qudao.tenancy.TenantScope;
import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Changes the published state, one change of a tenant at a time, and notifies every node. Each change is a transaction
 * of its own, so that no node learns of a state before it is committed.
 */
@Component
final class LiveChanges {
    private final TransactionTemplate transaction;
    private final JdbcReleaseStore releases;
    private final Revisions revisions;
    private final ReleaseSignal signal;
    private final ApplicationEventPublisher events;

    LiveChanges(
            PlatformTransactionManager transactions,
            JdbcReleaseStore releases,
            Revisions revisions,
            ReleaseSignal signal,
            ApplicationEventPublisher events) {
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.releases = releases;
        this.revisions = revisions;
        this.signal = signal;
        this.events = events;
    }

    <T> T make(Supplier<T> change) {
        var done = Objects.requireNonNull(transaction.execute(status -> {
            releases.lock();
            T result = change.get();
            var head = releases.head();
            events.publishEvent(new ReleasePublished(TenantScope.tenant(), head.number()));
            return new Done<>(result, head.revision());
        }));
        revisions.advance(TenantScope.tenant(), done.revision());
        signal.send(TenantScope.tenant(), done.revision());
        return done.result();
    }

    private record Done<T>(T result, long revision) {}
}
