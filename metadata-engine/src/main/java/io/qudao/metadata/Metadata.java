package io.qudao.metadata;

import io.qudao.kernel.ByModules;
import java.util.Optional;

/** The compiled metadata that the caller's tenant has published. */
public interface Metadata {
    /**
     * Returns the release this request or job is bound to, otherwise the newest; always of the caller's tenant. Served
     * from memory, at most half a second behind the newest.
     */
    @ByModules
    ReleaseView current();

    /**
     * Reads the newest release from the database and returns it if {@link #current} is older. For requests that name
     * something unknown. A tenant gets a few such reads per second; beyond that, the answer comes from memory.
     */
    @ByModules
    Optional<ReleaseView> newer();

    /** Runs work bound to this release. Requests are bound already; jobs and pushes bind themselves. */
    @ByModules
    <T, X extends Throwable> T within(ReleaseView release, ScopedValue.CallableOp<? extends T, X> work) throws X;
}
