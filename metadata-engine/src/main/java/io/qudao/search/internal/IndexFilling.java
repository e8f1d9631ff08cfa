package io.qudao.search.internal;

import io.qudao.kernel.TenantId;
import io.qudao.search.SearchDocument;
import io.qudao.search.SearchSource;
import io.qudao.tenancy.Caller;
import io.qudao.tenancy.Tenant;
import io.qudao.tenancy.TenantScope;
import io.qudao.tenancy.Tenants;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Fills a new index with everything that existed before it, tenant by tenant; a node that starts before all tenants are
 * done begins again. Meanwhile changes arrive through the outbox, so only missing documents are added, and several
 * nodes may fill the index at the same time.
 */
final class IndexFilling implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(IndexFilling.class);

    private final ElasticsearchIndex index;
    private final Tenants tenants;
    private final Sources sources;
    private final TransactionTemplate transaction;
    private final Duration pause;
    private volatile @Nullable CountDownLatch stopped;

    /** @param pause delay before a failed attempt is repeated */
    IndexFilling(
            ElasticsearchIndex index,
            Tenants tenants,
            Sources sources,
            TransactionTemplate transaction,
            Duration pause) {
        this.index = index;
        this.tenants = tenants;
        this.sources = sources;
        this.transaction = transaction;
        this.pause = pause;
    }

    @Override
    public void start() {
        var end = new CountDownLatch(1);
        stopped = end;
        Thread.ofVirtual().name("search-filling").start(() -> fill(end));
    }

    @Override
    public void stop() {
        var end = stopped;
        stopped = null;
        if (end != null) {
            end.countDown();
        }
    }

    @Override
    public boolean isRunning() {
        return stopped != null;
    }

    private void fill(CountDownLatch end) {
        var in = new HashSet<TenantId>();
        try {
            while (!isFilled(in, end) && !end.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.info("{} tenants are in the search index", in.size());
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Tries all tenants that are not filled yet. */
    private boolean isFilled(Set<TenantId> in, CountDownLatch end) {
        try {
            boolean all = true;
            for (Tenant tenant : tenants.all()) {
                if (end.getCount() == 0 || index.isFilled()) {
                    return true;
                }
                all &= in.contains(tenant.id()) || (isAdded(tenant) && in.add(tenant.id()));
            }
            if (all && !index.isFilled()) {
                index.finish();
            }
            return all;
        } catch (RuntimeException down) {
            LOG.warn("The search index cannot be filled now; searches use PostgreSQL: {}", down.toString());
            return false;
        }
    }

    private boolean isAdded(Tenant tenant) {
        try {
            TenantScope.run(
                    Caller.platform(tenant), () -> sources.all().values().forEach(this::add));
            return true;
        } catch (RuntimeException failed) {
            LOG.warn("Tenant {} is not in the search index yet", tenant.id(), failed);
            return false;
        }
    }

    private void add(SearchSource source) {
        @Nullable String cursor = null;
        do {
            var after = cursor;
            SearchPage page = transaction.execute(status -> read(source, after));
            index.add(page.documents());
            cursor = page.next();
        } while (cursor != null);
    }

    private static SearchPage read(SearchSource source, @Nullable String cursor) {
        var ids = source.ids(cursor);
        return new SearchPage(source.read(ids.items()), ids.next());
    }

    private record SearchPage(
            List<SearchDocument> documents, @Nullable String next) {}
}
