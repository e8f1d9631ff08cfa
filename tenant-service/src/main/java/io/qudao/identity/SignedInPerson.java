package io.qudao.identity;

import io.qudao.kernel.TenantId;
import java.security.Principal;
import java.time.Instant;
import java.util.UUID;

/**
 * A person signed in at one tenant.
 *
 * @param session id of the browser's session; whatever is granted in it ends with it
 */
public record SignedInPerson(TenantId tenant, UUID person, UUID session, Instant authenticatedAt) implements Principal {

    @Override
    public String getName() {
        return person.toString();
    }
}
