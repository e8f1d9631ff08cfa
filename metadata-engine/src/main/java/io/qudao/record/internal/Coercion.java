package io.qudao.record.internal;

import io.qudao.kernel.CurrencyCode;
import io.qudao.kernel.Decimals;
import io.qudao.kernel.Money;
import io.qudao.kernel.StorableText;
import io.qudao.kernel.Value;
import io.qudao.kernel.Violations;
import io.qudao.metadata.Field;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/** Makes a value given from outside one of its field's type, exactly or not at all. An empty text is no value. */
final class Coercion {
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,40}(\\.\\d{1,40})?");
    private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final int MOST_UNIQUE_BYTES = 1_000;
    private static final int FIRST_YEAR = 1;
    private static final int LAST_YEAR = 9999;

    private final CurrencyCode currency;
    private final Violations violations;

    /** @param currency of an amount that comes without one */
    Coercion(CurrencyCode currency, Violations violations) {
        this.currency = currency;
        this.violations = violations;
    }

    /** The value, or no value after a violation of the field. */
    Value of(Field field, Value given) {
        if (given.isNull() || given.equals(Value.text(""))) {
            return Value.none();
        }
        return switch (field.type()) {
            case TEXT -> text(field, given);
            case PICKLIST -> option(field, given);
            case INTEGER -> integer(field, given);
            case DECIMAL -> number(given).map(number -> decimal(field, number)).orElseGet(() -> wrong(field));
            case BOOLEAN -> given instanceof Value.Bool ? given : wrong(field);
            case DATE -> date(field, given);
            case DATE_TIME -> instant(field, given);
            case LOOKUP -> reference(field, given);
            case MONEY -> money(field, given);
        };
    }

    private Value wrong(Field field) {
        return violation(field, "wrong_type", field.type().code());
    }

    private Value violation(Field field, String code, Object... arguments) {
        violations.add(field.name(), code, arguments);
        return Value.none();
    }

    private Value text(Field field, Value given) {
        if (!(given instanceof Value.Text(var text))) {
            return wrong(field);
        }
        if (!StorableText.accepts(text)) {
            return violation(field, "unstorable_character");
        }
        if (field.length() > 0 && text.codePointCount(0, text.length()) > field.length()) {
            return violation(field, "too_long", field.length());
        }
        if (field.unique() && Fold.bytes(text) > MOST_UNIQUE_BYTES) {
            return violation(field, "record.too_long_to_be_unique", MOST_UNIQUE_BYTES);
        }
        return given;
    }

    private Value option(Field field, Value given) {
        if (!(given instanceof Value.Text(var text))) {
            return wrong(field);
        }
        return field.options().stream().anyMatch(option -> option.value().equals(text))
                ? given
                : violation(
                        field,
                        "not_one_of",
                        String.join(
                                ", ",
                                field.options().stream()
                                        .map(Field.Option::value)
                                        .toList()));
    }

    private Value integer(Field field, Value given) {
        var number = number(given);
        if (number.isEmpty()) {
            return wrong(field);
        }
        try {
            return Value.of(number.get().longValueExact());
        } catch (ArithmeticException fractionOrTooLarge) {
            return wrong(field);
        }
    }

    private static Optional<BigDecimal> number(Value given) {
        return switch (given) {
            case Value.Int(var number) -> Optional.of(BigDecimal.valueOf(number));
            case Value.Decimal(var number) when Decimals.isBounded(number) -> Optional.of(number);
            case Value.Text(var text) when NUMBER.matcher(text).matches() -> Decimals.parse(text);
            default -> Optional.empty();
        };
    }

    private Value decimal(Field field, BigDecimal number) {
        return fits(field, number) ? Value.of(number.setScale(field.scale())) : Value.none();
    }

    private boolean fits(Field field, BigDecimal number) {
        BigDecimal plain = number.stripTrailingZeros();
        if (plain.scale() > field.scale()) {
            violation(field, "record.scale", field.scale());
            return false;
        }
        if (plain.precision() - plain.scale() > field.precision() - field.scale() && plain.signum() != 0) {
            violation(field, "record.digits", field.precision() - field.scale());
            return false;
        }
        return true;
    }

    private Value date(Field field, Value given) {
        if (given instanceof Value.Date(var date)) {
            return inYears(field, date.getYear(), given);
        }
        if (!(given instanceof Value.Text(var text)) || !DATE.matcher(text).matches()) {
            return wrong(field);
        }
        try {
            var date = LocalDate.parse(text);
            return inYears(field, date.getYear(), Value.of(date));
        } catch (DateTimeException noSuchDay) {
            return wrong(field);
        }
    }

    private Value inYears(Field field, int year, Value value) {
        return year < FIRST_YEAR || year > LAST_YEAR ? wrong(field) : value;
    }

    private Value instant(Field field, Value given) {
        Optional<Instant> instant = switch (given) {
            case Value.DateTime(var exact) -> Optional.of(exact);
            case Value.Text(var text) -> instant(text);
            default -> Optional.empty();
        };
        return instant.map(exact -> exact.truncatedTo(ChronoUnit.MICROS))
                .map(exact -> inYears(field, exact.atOffset(ZoneOffset.UTC).getYear(), Value.of(exact)))
                .orElseGet(() -> wrong(field));
    }

    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException notOne) {
            return Optional.empty();
        }
    }

    private Value reference(Field field, Value given) {
        return switch (given) {
            case Value.Ref ref -> ref;
            case Value.Text(var text) when ID.matcher(text).matches() -> Value.of(UUID.fromString(text));
            default -> wrong(field);
        };
    }

    private Value money(Field field, Value given) {
        return switch (given) {
            case Value.Amount(var money) -> money(field, money.amount(), money.currency());
            case Value.Fields(var parts)
            when parts.keySet().equals(Set.of("amount", "currency")) ->
                number(parts.getOrDefault("amount", Value.none()))
                        .map(amount -> currency(parts.getOrDefault("currency", Value.none()))
                                .map(code -> money(field, amount, code))
                                .orElseGet(() -> violation(field, "record.currency")))
                        .orElseGet(() -> wrong(field));
            default ->
                number(given).map(amount -> money(field, amount, currency)).orElseGet(() -> wrong(field));
        };
    }

    private Value money(Field field, BigDecimal amount, CurrencyCode code) {
        return fits(field, amount) ? Value.of(new Money(amount.setScale(field.scale()), code)) : Value.none();
    }

    private static Optional<CurrencyCode> currency(Value given) {
        return given instanceof Value.Text(var code)
                        && Currency.getAvailableCurrencies().stream()
                                .anyMatch(known -> known.getCurrencyCode().equals(code))
                ? Optional.of(new CurrencyCode(code))
                : Optional.empty();
    }
}
