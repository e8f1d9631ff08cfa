package io.qudao.outbox.internal;

import io.qudao.kernel.TenantId;
import io.qudao.tenancy.Tenant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Empties the outboxes of all tenants. Each waiting tenant stands in line once and gets one batch when it is its turn, so a
 * busy one does not keep the others waiting.
 */
@Component
final class Relay implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Relay.class);
    private static final int STOP_SECONDS = 10;

    private final WaitingTenants waiting;
    private final Turn turn;
    private final Bell bell;
    private final OutboxProperties properties;
    private final Set<TenantId> inLine = ConcurrentHashMap.newKeySet();
    private volatile @Nullable ExecutorService workers;
    private volatile @Nullable Thread watcher;

    Relay(WaitingTenants waiting, Turn turn, Bell bell, OutboxProperties properties) {
        this.waiting = waiting;
        this.turn = turn;
        this.bell = bell;
        this.properties = properties;
    }

    @Override
    public void start() {
        var pool = Executors.newFixedThreadPool(
                properties.workers(),
                Thread.ofPlatform().daemon().name("outbox-", 1).factory());
        workers = pool;
        watcher = Thread.ofPlatform().daemon().name("outbox-watch").start(() -> watch(pool));
    }

    @Override
    public void stop() {
        var thread = watcher;
        var pool = workers;
        watcher = null;
        workers = null;
        if (thread == null || pool == null) {
            return;
        }
        thread.interrupt();
        pool.shutdown();
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
        return watcher != null;
    }

    private void watch(ExecutorService pool) {
        try {
            while (!pool.isShutdown()) {
                look(pool);
                bell.await(properties.poll());
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void look(ExecutorService pool) {
        try {
            waiting.list().forEach(tenant -> standInLine(pool, tenant));
        } catch (RuntimeException failed) {
            if (!pool.isShutdown()) {
                LOG.warn("The outboxes cannot be looked into now", failed);
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
            more = turn.take(tenant);
        } catch (RuntimeException failed) {
            LOG.warn("The messages of tenant {} could not be delivered now", tenant.slug(), failed);
        } finally {
            inLine.remove(tenant.id());
        }
        if (more && !pool.isShutdown()) {
            standInLine(pool, tenant);
        }
    }
}
