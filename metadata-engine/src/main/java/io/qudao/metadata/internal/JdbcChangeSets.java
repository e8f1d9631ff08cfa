package io.qudao.metadata.internal;

import io.qudao.kernel.CommonProblem;
import io.qudao.kernel.Violations;
import io.qudao.metadata.ChangeSets;
import io.qudao.metadata.ComponentKey;
import io.qudao.metadata.Draft;
import io.qudao.tenancy.TenantScope;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Change sets in the tenant's own tables. */
@Service
final class JdbcChangeSets implements ChangeSets {
    private static final int LONGEST_NAME = 200;

    private final JdbcChangeSetStore store;
    private final JdbcReleaseStore releases;
    private final Drafting drafting;
    private final TransactionTemplate transaction;
    private final Clock clock;

    JdbcChangeSets(
            JdbcChangeSetStore store,
            JdbcReleaseStore releases,
            Drafting drafting,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.releases = releases;
        this.drafting = drafting;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public List<ChangeSet> list() {
        return inTransaction(store::list);
    }

    @Override
    public ChangeSet create(String name) {
        var violations = new Violations();
        String checked = violations.text("name", name, LONGEST_NAME);
        violations.failIfAny(CommonProblem.INVALID_INPUT);
        return inTransaction(() -> {
            var id = store.create(checked, releases.lock(), clock.instant());
            store.choose(id);
            return store.list().stream()
                    .filter(one -> one.id().equals(id))
                    .findFirst()
                    .orElseThrow();
        });
    }

    @Override
    public void choose(UUID id) {
        inTransaction(() -> {
            store.choose(store.require(id));
            return id;
        });
    }

    @Override
    public void discard(UUID id) {
        inTransaction(() -> {
            releases.lock();
            store.require(id);
            if (!store.isOwn(id)) {
                TenantScope.caller().require("metadata.publish");
            }
            store.delete(id);
            return id;
        });
    }

    @Override
    public Draft resolve(ComponentKey key, Side side, Set<String> attributes) {
        return inTransaction(() -> drafting.resolve(key, side, attributes));
    }

    @Override
    public <T, X extends Throwable> T within(UUID id, ScopedValue.CallableOp<? extends T, X> work) throws X {
        return CurrentChangeSet.within(id, work);
    }

    private <T> T inTransaction(Supplier<T> work) {
        return Objects.requireNonNull(transaction.execute(status -> work.get()));
    }
}
