package io.qudao.expression;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/** When and in which zone an evaluation happens: {@code now()} and {@code today()}. */
public record Moment(Instant instant, ZoneId zone) {
    public Moment {
        instant = instant.truncatedTo(ChronoUnit.MICROS);
    }

    public LocalDate today() {
        return LocalDate.ofInstant(instant, zone);
    }
}
