package io.qudao.outbox.internal;

import io.qudao.tenancy.TenantWork;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Delivers the outboxes of all tenants, on every node, tenant by tenant. */
@Component
final class OutboxRelay implements SmartLifecycle {
    private final TenantWork.Line line;

    OutboxRelay(TenantWork work, OutboxTurn turn, OutboxProperties properties) {
        line = work.line(
                new TenantWork.Terms("outbox", "engine.outbox_tenants", properties.poll(), properties.workers()),
                turn::take);
    }

    void ring() {
        line.ring();
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
