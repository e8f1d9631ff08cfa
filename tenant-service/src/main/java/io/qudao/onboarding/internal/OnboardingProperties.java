package io.qudao.onboarding.internal;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Limits of sign-up.
 *
 * @param attempts sign-ups from one network address in a window
 */
@ConfigurationProperties("qudao.onboarding")
record OnboardingProperties(
        @DefaultValue("60") int attempts,
        @DefaultValue("1h") Duration window) {}
