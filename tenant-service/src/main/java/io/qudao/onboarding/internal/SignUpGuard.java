package io.qudao.onboarding.internal;

import io.qudao.identity.Attempts;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Limits the sign-ups of one network address. */
@Component
class SignUpGuard {

    private final Attempts attempts;
    private final Attempts.Limit limit;

    SignUpGuard(Attempts attempts, OnboardingProperties properties) {
        this.attempts = attempts;
        this.limit = new Attempts.Limit(properties.attempts(), properties.window());
    }

    Optional<Duration> count(String address) {
        return attempts.count(new Attempts.Subject(null, "sign-up.address", address), limit);
    }
}
