package io.qudao.gateway;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;

/** The rate tokens that this gateway has already drawn from the shared allowances. */
public interface RatesAtHand {
    /** Takes a token from each bucket of a request; takes none and returns null if one bucket has none at hand. */
    @Nullable
    RateLevel take(IncomingRequest incoming, HttpMethod method, @Nullable Caller caller);
}
