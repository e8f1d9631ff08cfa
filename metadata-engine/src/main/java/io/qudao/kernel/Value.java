package io.qudao.kernel;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * A value of a field or of an expression, in the platform's own types: exact decimals, instants in UTC, null as in SQL.
 */
public sealed interface Value {
    /** The absence of a value. */
    enum Null implements Value {
        NULL
    }

    record Text(String value) implements Value {}

    record Int(long value) implements Value {}

    record Decimal(BigDecimal value) implements Value {}

    record Amount(Money value) implements Value {}

    record Bool(boolean value) implements Value {}

    record Date(LocalDate value) implements Value {}

    record DateTime(Instant value) implements Value {
        private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
        private static final Instant END = Instant.parse("+10000-01-01T00:00:00Z");
        private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
        private static final Pattern LOCAL =
                Pattern.compile(DAY.pattern() + "[T ]\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,9})?)?");

        /** Returns the instant if its year in UTC is one of 1 to 9999, which columns and their texts hold; empty otherwise. */
        public static Optional<Instant> inRange(Instant instant) {
            return instant.isBefore(FIRST) || !instant.isBefore(END) ? Optional.empty() : Optional.of(instant);
        }

        /**
         * Reads an ISO date and time, or a day, which means its first instant. Without an offset they are in this zone.
         * Empty if the text is neither, or not in range.
         */
        public static Optional<Instant> parse(String text, ZoneId zone) {
            try {
                return inRange(read(text, zone).truncatedTo(ChronoUnit.MICROS));
            } catch (DateTimeException notOne) {
                return Optional.empty();
            }
        }

        private static Instant read(String text, ZoneId zone) {
            if (DAY.matcher(text).matches()) {
                return LocalDate.parse(text).atStartOfDay(zone).toInstant();
            }
            return LOCAL.matcher(text).matches()
                    ? LocalDateTime.parse(text.replace(' ', 'T')).atZone(zone).toInstant()
                    : OffsetDateTime.parse(text).toInstant();
        }
    }

    /** A reference to another record. */
    record Ref(UUID value) implements Value {}

    record Items(List<Value> values) implements Value {
        public Items {
            values = List.copyOf(values);
        }
    }

    /** Named values in their order, such as a record's fields or an address. */
    record Fields(SequencedMap<String, Value> values) implements Value {
        public static final Fields EMPTY = new Fields(Collections.unmodifiableSequencedMap(new LinkedHashMap<>()));
    }

    static Value none() {
        return Null.NULL;
    }

    static Value text(String value) {
        return new Text(value);
    }

    static Value of(long value) {
        return new Int(value);
    }

    static Value of(BigDecimal value) {
        return new Decimal(value);
    }

    static Value of(Money value) {
        return new Amount(value);
    }

    static Value of(boolean value) {
        return new Bool(value);
    }

    static Value of(LocalDate value) {
        return new Date(value);
    }

    static Value of(Instant value) {
        return new DateTime(value);
    }

    static Value of(UUID value) {
        return new Ref(value);
    }

    default boolean isNull() {
        return this == Null.NULL;
    }
}
