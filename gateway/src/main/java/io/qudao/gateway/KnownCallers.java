package io.qudao.gateway;

import org.jspecify.annotations.Nullable;

/** The callers whose tokens were verified recently. */
public interface KnownCallers {
    /** Returns the caller of a request with this {@code Authorization} header; null if the token is unknown or refused. */
    @Nullable
    Caller find(@Nullable String authorization, IncomingRequest incoming);
}
