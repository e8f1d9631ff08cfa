package io.qudao.expression;

import io.qudao.kernel.CurrencyCode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/**
 * When and where an evaluation happens.
 *
 * @param instant what {@code now()} is
 * @param zone whose day {@code today()} is
 * @param currency of a number that stands beside money
 */
public record Moment(Instant instant, ZoneId zone, CurrencyCode currency) {
    public Moment {
        instant = instant.truncatedTo(ChronoUnit.MICROS);
    }

    public LocalDate today() {
        return LocalDate.ofInstant(instant, zone);
    }
}
