package io.qudao.metadata;

import io.qudao.kernel.ByModules;
import java.util.Optional;

/** What the caller's tenant has published, compiled. */
public interface Metadata {
    /**
     * The release this request or job is bound to, else the newest; always the caller's tenant's. Answers from memory, at
     * most half a second behind the newest.
     */
    @ByModules
    ReleaseView current();

    /**
     * The newest release by a look at the database, where {@link #current} is older: for a request that names what is not
     * there. A tenant gets a few looks a second; beyond them this answers from memory.
     */
    @ByModules
    Optional<ReleaseView> newer();

    /** Runs work, all of which sees this one release. Requests are bound already; jobs and pushes bind themselves. */
    @ByModules
    <T, X extends Throwable> T within(ReleaseView release, ScopedValue.CallableOp<? extends T, X> work) throws X;
}
