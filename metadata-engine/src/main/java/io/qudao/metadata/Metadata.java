package io.qudao.metadata;

import io.qudao.kernel.ByModules;

/** What the caller's tenant has published, compiled. */
public interface Metadata {
    /**
     * The release this request or job is bound to, else the newest; always the caller's tenant's. Answers from memory, at
     * most half a second behind the newest.
     */
    @ByModules
    ReleaseView current();

    /** Runs work, all of which sees this one release. Requests are bound already; jobs and pushes bind themselves. */
    @ByModules
    <T, X extends Throwable> T within(ReleaseView release, ScopedValue.CallableOp<? extends T, X> work) throws X;
}
