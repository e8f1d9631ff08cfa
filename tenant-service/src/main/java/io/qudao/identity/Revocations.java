package io.qudao.identity;

import io.qudao.kernel.ByModules;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Tokens and sessions that were revoked before they expired. */
public interface Revocations {

    /**
     * Returns everything revoked since a moment, or everything still in effect. A transaction may commit some time
     * after its revocation, so repeated calls must overlap.
     */
    @ByModules
    Since since(@Nullable Instant moment);

    /** @param asOf time of the response */
    record Since(Instant asOf, List<Revoked> revoked) {

        public Since {
            revoked = List.copyOf(revoked);
        }
    }

    /**
     * Tokens with this id, or granted in the session or by the secret with this id, are invalid.
     *
     * @param until when the last of them expires
     */
    record Revoked(int tenantId, UUID id, Instant until) {}
}
