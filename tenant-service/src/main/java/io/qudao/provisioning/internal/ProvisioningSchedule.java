package io.qudao.provisioning.internal;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks every second for what the platform still has to be told. */
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
