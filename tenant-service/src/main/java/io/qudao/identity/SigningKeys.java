package io.qudao.identity;

import io.qudao.kernel.ByModules;
import java.time.Instant;

/** The keys that sign tokens, one set for the installation. */
public interface SigningKeys {

    /**
     * Makes a new key. It is published at once and signs after a while, when every program has heard of it; the present
     * key is published as long as its tokens live.
     */
    @ByModules
    NextKey rotate();

    /** Rotates if the present key has signed for its time. */
    @ByModules
    void rotateIfDue();

    /**
     * A key that was made.
     *
     * @param kid its id in tokens
     * @param signsFrom when it takes over
     */
    record NextKey(String kid, Instant signsFrom) {}
}
