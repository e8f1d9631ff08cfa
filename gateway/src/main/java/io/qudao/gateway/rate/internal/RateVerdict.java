package io.qudao.gateway.rate.internal;

/** What came of drawing from the buckets of a request. */
sealed interface RateVerdict {
    /** The tightest bucket: its size, what is left in it, and in how many seconds it is full again. */
    record Level(int limit, int remaining, int reset) {}

    record Allowed(Level level) implements RateVerdict {}

    record Exceeded(Level level, int retryAfter) implements RateVerdict {}

    /** Redis did not answer: nobody is turned away for that. */
    record Unknown() implements RateVerdict {}
}
