package io.qudao.expression;

import io.qudao.kernel.CurrencyCode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/**
 * The time, zone and currency of an evaluation.
 *
 * @param instant the value of {@code now()}
 * @param zone the zone that decides which day {@code today()} is
 * @param currency the currency assumed for a plain number that is compared or combined with money
 */
public record Moment(Instant instant, ZoneId zone, CurrencyCode currency) {
    public Moment {
        instant = instant.truncatedTo(ChronoUnit.MICROS);
    }

    public LocalDate today() {
        return LocalDate.ofInstant(instant, zone);
    }
}
