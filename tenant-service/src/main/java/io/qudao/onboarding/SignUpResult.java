package io.qudao.onboarding;

import io.qudao.identity.ApiClients;
import io.qudao.kernel.Violation;
import io.qudao.registry.Tenant;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What came of a sign-up. */
public sealed interface SignUpResult {

    /**
     * The tenant is stored.
     *
     * @param url address of its host
     * @param client the program asked for with its secret, or null
     * @param open whether the platform has its rows; if not, it is told until it has
     */
    record SignedUp(Tenant tenant, String url, ApiClients.@Nullable Issued client, boolean open)
            implements SignUpResult {}

    /** Nothing was stored: all that is wrong, at once. */
    record Invalid(List<Violation> violations) implements SignUpResult {

        public Invalid {
            violations = List.copyOf(violations);
        }
    }

    /** Too many sign-ups from this address; nothing was looked at. */
    record TooMany(Duration pause) implements SignUpResult {}
}
