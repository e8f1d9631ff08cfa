package io.qudao.identity;

import io.qudao.kernel.ByModules;
import java.time.Instant;

/** The keys that sign tokens; one set for the whole installation. */
public interface SigningKeys {

    /**
     * Creates a new key. It is published at once and starts signing later, when every program knows it; the current key
     * stays published as long as tokens signed with it are valid.
     */
    @ByModules
    NextKey rotate();

    /** Rotates the key if the current one has signed for its whole period. */
    @ByModules
    void rotateIfDue();

    /**
     * A newly created key.
     *
     * @param kid its id in tokens
     * @param signsFrom when it starts signing
     */
    record NextKey(String kid, Instant signsFrom) {}
}
