package io.qudao.ordering.internal;

import io.qudao.tenancy.TenantWork;
import java.time.Duration;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Reconciles one tenant after the other whose last check is a day ago. */
@Component
class ReconciliationLine implements SmartLifecycle {
    private static final Duration POLL = Duration.ofMinutes(10);

    private final TenantWork.Line line;

    ReconciliationLine(TenantWork work, Reconciliation reconciliation) {
        this.line = work.line(
                new TenantWork.Terms("reconciliation", "apps.unreconciled_tenants", POLL, 1), reconciliation::turn);
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
