package io.qudao.onboarding;

import io.qudao.identity.ApiClients;
import io.qudao.kernel.Violation;
import io.qudao.registry.Tenant;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The result of a sign-up. */
public sealed interface SignUpResult {

    /**
     * The tenant is stored.
     *
     * @param url URL of its host
     * @param client the requested program with its secret, or null
     * @param open whether the platform has its rows; if not, the platform is notified repeatedly until it has
     */
    record SignedUp(Tenant tenant, String url, ApiClients.@Nullable Issued client, boolean open)
            implements SignUpResult {}

    /** Nothing was stored; contains all violations. */
    record Invalid(List<Violation> violations) implements SignUpResult {

        public Invalid {
            violations = List.copyOf(violations);
        }
    }

    /** Too many sign-ups from this address; the request was not examined. */
    record TooMany(Duration pause) implements SignUpResult {}
}
