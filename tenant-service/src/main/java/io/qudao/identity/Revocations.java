package io.qudao.identity;

import io.qudao.kernel.ByModules;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What was revoked and would otherwise be good until it expires. */
public interface Revocations {

    /**
     * All that was revoked since a moment, or all that still counts. A transaction may commit a little after it revoked:
     * who asks again asks from a while before the last answer.
     */
    @ByModules
    Since since(@Nullable Instant moment);

    /** @param asOf time of the answer */
    record Since(Instant asOf, List<Revoked> revoked) {

        public Since {
            revoked = List.copyOf(revoked);
        }
    }

    /**
     * Tokens with this id, or granted in what has this id, are worth nothing.
     *
     * @param until when the last of them has expired
     */
    record Revoked(int tenantId, UUID id, Instant until) {}
}
