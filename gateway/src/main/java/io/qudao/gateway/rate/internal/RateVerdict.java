package io.qudao.gateway.rate.internal;

import io.qudao.gateway.RateLevel;

/** The result of drawing tokens for a request. */
sealed interface RateVerdict {
    /** With the bucket that has the least left. */
    record Allowed(RateLevel level) implements RateVerdict {}

    record Exceeded(RateLevel level, int retryAfter) implements RateVerdict {}

    /** Redis did not respond; nobody is refused because of that. */
    record Unknown() implements RateVerdict {}
}
