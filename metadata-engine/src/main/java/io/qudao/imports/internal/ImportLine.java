package io.qudao.imports.internal;

import io.qudao.tenancy.TenantWork;
import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Processes the imports of all tenants step by step and wakes the threads that wait for one. */
@Component
final class ImportLine implements SmartLifecycle {
    private static final long LOOK_NANOS = 500_000_000;

    private final TenantWork.Line line;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition stepTaken = lock.newCondition();

    ImportLine(TenantWork work, ImportTurn turn, ImportsProperties properties) {
        this.line = work.line(
                new TenantWork.Terms("imports", "engine.import_tenants", properties.poll(), properties.workers()),
                tenant -> {
                    boolean more = turn.take(tenant);
                    tell();
                    return more;
                });
    }

    void ring() {
        line.ring();
    }

    /**
     * Returns when the condition holds or after this time. The condition is checked after each step and from time to
     * time, because other nodes take steps too.
     */
    void await(BooleanSupplier condition, Duration longest) {
        long left = longest.toNanos();
        lock.lock();
        try {
            while (left > 0 && !condition.getAsBoolean()) {
                long share = Math.min(left, LOOK_NANOS);
                left -= share - Math.max(0, stepTaken.awaitNanos(share));
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }

    private void tell() {
        lock.lock();
        try {
            stepTaken.signalAll();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void start() {
        line.start();
    }

    @Override
    public void stop() {
        line.stop();
    }

    @Override
    public boolean isRunning() {
        return line.isRunning();
    }
}
