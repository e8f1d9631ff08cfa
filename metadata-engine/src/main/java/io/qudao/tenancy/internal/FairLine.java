package io.qudao.tenancy.internal;

import io.qudao.kernel.TenantId;
import io.qudao.tenancy.Tenant;
import io.qudao.tenancy.TenantWork;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One thread looks for tenants with work; a few others serve them in the order they came. */
final class FairLine implements TenantWork.Line {
    private static final Logger LOG = LoggerFactory.getLogger(FairLine.class);
    private static final int STOP_SECONDS = 20;

    private final TenantWork.Terms terms;
    private final Supplier<List<Tenant>> waiting;
    private final Predicate<Tenant> turn;
    private final Set<TenantId> inLine = ConcurrentHashMap.newKeySet();
    private final Semaphore bell = new Semaphore(0);
    private volatile @Nullable ExecutorService workers;

    FairLine(TenantWork.Terms terms, Supplier<List<Tenant>> waiting, Predicate<Tenant> turn) {
        this.terms = terms;
        this.waiting = waiting;
        this.turn = turn;
    }

    @Override
    public void start() {
        var pool = Executors.newFixedThreadPool(
                terms.workers(),
                Thread.ofPlatform().daemon().name(terms.name() + "-", 1).factory());
        workers = pool;
        Thread.ofPlatform().daemon().name(terms.name() + "-watch").start(() -> watch(pool));
    }

    @Override
    public void stop() {
        var pool = workers;
        workers = null;
        if (pool == null) {
            return;
        }
        pool.shutdown();
        ring();
        try {
            if (!pool.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
                pool.shutdownNow();
            }
        } catch (InterruptedException interrupted) {
            pool.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return workers != null;
    }

    /** Several signals before the next check count as one. */
    @Override
    public void ring() {
        if (bell.availablePermits() == 0) {
            bell.release();
        }
    }

    private void watch(ExecutorService pool) {
        try {
            while (!pool.isShutdown()) {
                look(pool);
                if (bell.tryAcquire(terms.poll().toMillis(), TimeUnit.MILLISECONDS)) {
                    bell.drainPermits();
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void look(ExecutorService pool) {
        try {
            waiting.get().forEach(tenant -> standInLine(pool, tenant));
        } catch (RuntimeException failed) {
            if (!pool.isShutdown()) {
                LOG.warn("{}: the shards cannot be asked for work now; this is repeated later", terms.name(), failed);
            }
        }
    }

    private void standInLine(ExecutorService pool, Tenant tenant) {
        if (inLine.add(tenant.id())) {
            try {
                pool.execute(() -> serve(pool, tenant));
            } catch (RejectedExecutionException stopping) {
                inLine.remove(tenant.id());
            }
        }
    }

    private void serve(ExecutorService pool, Tenant tenant) {
        boolean more = false;
        try {
            more = turn.test(tenant);
        } catch (RuntimeException failed) {
            LOG.warn("{}: the work of tenant {} failed and is repeated later", terms.name(), tenant.slug(), failed);
        } finally {
            inLine.remove(tenant.id());
        }
        if (more) {
            standInLine(pool, tenant);
        }
    }
}
