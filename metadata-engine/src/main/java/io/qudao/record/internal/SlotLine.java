package io.qudao.record.internal;

import io.qudao.tenancy.TenantWork;
import java.time.Duration;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Works on the slots of all tenants that are on their way, one batch a turn. */
@Component
class SlotLine implements SmartLifecycle {
    private static final Duration POLL = Duration.ofSeconds(2);

    private final TenantWork.Line line;

    SlotLine(TenantWork work, SlotJob job) {
        this.line = work.line(new TenantWork.Terms("slots", "engine.slot_tenants", POLL, 1), job::turn);
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
