package io.qudao.gateway.rate.internal;

import io.qudao.gateway.RateLevel;
import java.time.Duration;
import java.time.Instant;

/** Tokens of one bucket that were drawn from Redis and are handed out here; those not used within a second expire. */
final class DrawnTokens {
    private static final Duration LIFE = Duration.ofSeconds(1);

    private final int limit;
    private int tokens;
    private int left;
    private int reset;
    private Instant drawn = Instant.EPOCH;

    DrawnTokens(int limit) {
        this.limit = limit;
    }

    synchronized boolean take(Instant now) {
        if (tokens == 0 || isStale(now)) {
            return false;
        }
        tokens--;
        return true;
    }

    synchronized void giveBack() {
        tokens++;
    }

    /** Adds drawn tokens, of which the caller takes one. */
    synchronized void add(TokenDraw draw, Instant now) {
        tokens = draw.given() - 1 + (isStale(now) ? 0 : tokens);
        left = draw.left();
        reset = draw.reset();
        drawn = now;
    }

    private boolean isStale(Instant now) {
        return now.isAfter(drawn.plus(LIFE));
    }

    synchronized RateLevel level() {
        return new RateLevel(limit, left + tokens, reset);
    }
}
