package io.qudao.kernel;

import java.time.Instant;
import java.util.Optional;

/** The instants that columns and their texts hold: those of the years 1 to 9999, in UTC. */
public final class Instants {
    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant END = Instant.parse("+10000-01-01T00:00:00Z");

    private Instants() {}

    /** Returns the instant if it is one of these years; empty otherwise. */
    public static Optional<Instant> inRange(Instant instant) {
        return instant.isBefore(FIRST) || !instant.isBefore(END) ? Optional.empty() : Optional.of(instant);
    }
}
