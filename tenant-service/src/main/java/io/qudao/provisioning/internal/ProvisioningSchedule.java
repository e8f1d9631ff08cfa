package io.qudao.provisioning.internal;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Checks every second for orders that are due. */
@Component
class ProvisioningSchedule {

    private final JdbcProvisioning provisioning;

    ProvisioningSchedule(JdbcProvisioning provisioning) {
        this.provisioning = provisioning;
    }

    @Scheduled(
            fixedDelayString = "${qudao.platform.retry-every:1s}",
            initialDelayString = "${qudao.platform.retry-every:1s}")
    void carryOutDue() {
        provisioning.carryOutDue();
    }
}
