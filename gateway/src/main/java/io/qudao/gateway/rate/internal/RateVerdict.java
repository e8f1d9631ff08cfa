package io.qudao.gateway.rate.internal;

/** The result of drawing tokens for a request. */
sealed interface RateVerdict {
    /** The bucket with the least left: its size, what is left in it, and the seconds until it is full again. */
    record Level(int limit, int remaining, int reset) {}

    record Allowed(Level level) implements RateVerdict {}

    record Exceeded(Level level, int retryAfter) implements RateVerdict {}

    /** Redis did not respond; nobody is refused because of that. */
    record Unknown() implements RateVerdict {}
}
