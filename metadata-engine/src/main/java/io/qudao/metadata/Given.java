package io.qudao.metadata;

import io.qudao.kernel.CurrencyCode;
import io.qudao.kernel.Decimals;
import io.qudao.kernel.Value;
import io.qudao.kernel.Violations;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The field and context in which a value is given.
 *
 * @param currency currency of an amount given without one
 */
record Given(Field field, CurrencyCode currency, Violations violations) {
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,40}(\\.\\d{1,40})?");
    private static final int FIRST_YEAR = 1;
    private static final int LAST_YEAR = 9999;

    /** Reports a value of another type. */
    Value wrong() {
        return violation("wrong_type", field.type().code());
    }

    Value violation(String code, Object... arguments) {
        violations.add(field.name(), code, arguments);
        return Value.none();
    }

    /** Returns the number that a value is or that its text spells. */
    static Optional<BigDecimal> number(Value given) {
        return switch (given) {
            case Value.Int(var number) -> Optional.of(BigDecimal.valueOf(number));
            case Value.Decimal(var number) when Decimals.isBounded(number) -> Optional.of(number);
            case Value.Text(var text) when NUMBER.matcher(text).matches() -> Decimals.parse(text);
            default -> Optional.empty();
        };
    }

    /** Returns whether a number has no more digits than the field allows; otherwise adds a violation. */
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

    /** Returns the value if its year can be represented everywhere. */
    Value inYears(int year, Value value) {
        return year < FIRST_YEAR || year > LAST_YEAR ? wrong() : value;
    }
}
