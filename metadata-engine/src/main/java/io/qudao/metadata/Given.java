package io.qudao.metadata;

import io.qudao.kernel.CurrencyCode;
import io.qudao.kernel.Decimals;
import io.qudao.kernel.Value;
import io.qudao.kernel.Violations;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a value is given for a field.
 *
 * @param currency of an amount that comes without one
 */
record Given(Field field, CurrencyCode currency, Violations violations) {
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,40}(\\.\\d{1,40})?");
    private static final int FIRST_YEAR = 1;
    private static final int LAST_YEAR = 9999;

    /** A value of another type. */
    Value wrong() {
        return violation("wrong_type", field.type().code());
    }

    Value violation(String code, Object... arguments) {
        violations.add(field.name(), code, arguments);
        return Value.none();
    }

    /** The number that a value is, or that its digits say. */
    static Optional<BigDecimal> number(Value given) {
        return switch (given) {
            case Value.Int(var number) -> Optional.of(BigDecimal.valueOf(number));
            case Value.Decimal(var number) when Decimals.isBounded(number) -> Optional.of(number);
            case Value.Text(var text) when NUMBER.matcher(text).matches() -> Decimals.parse(text);
            default -> Optional.empty();
        };
    }

    /** Whether a number has no more digits than the field; else a violation. */
    boolean fits(BigDecimal number) {
        BigDecimal plain = number.stripTrailingZeros();
        if (plain.scale() > field.scale()) {
            violation("record.scale", field.scale());
            return false;
        }
        if (plain.precision() - plain.scale() > field.precision() - field.scale() && plain.signum() != 0) {
            violation("record.digits", field.precision() - field.scale());
            return false;
        }
        return true;
    }

    /** The value, if its year is one that all of us can write. */
    Value inYears(int year, Value value) {
        return year < FIRST_YEAR || year > LAST_YEAR ? wrong() : value;
    }
}
