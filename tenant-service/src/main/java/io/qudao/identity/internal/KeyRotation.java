package io.qudao.identity.internal;

import io.qudao.identity.SigningKeys;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Creates the first key at the first start and checks every hour whether the next is due. A lock ensures that only one
 * instance does it.
 */
@Component
class KeyRotation implements InitializingBean {

    private final SigningKeys keys;

    KeyRotation(SigningKeys keys) {
        this.keys = keys;
    }

    @Override
    public void afterPropertiesSet() {
        keys.rotateIfDue();
    }

    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT1H")
    void rotate() {
        keys.rotateIfDue();
    }
}
