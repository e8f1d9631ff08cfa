package io.qudao.gateway;

import java.util.function.BiConsumer;

/** How full a bucket is: its size, the tokens left in it, and in how many seconds it is full again. */
public record RateLevel(int limit, int remaining, int reset) {
    /** Writes the {@code RateLimit} headers of an answer. */
    public void write(BiConsumer<String, String> header) {
        header.accept("RateLimit-Limit", Integer.toString(limit));
        header.accept("RateLimit-Remaining", Integer.toString(remaining));
        header.accept("RateLimit-Reset", Integer.toString(reset));
    }
}
