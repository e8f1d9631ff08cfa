package io.qudao.kernel;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Exact numbers from outside, bounded before anything is computed with them: {@code 1E2000000000} takes twelve characters to
 * send and two gigabytes to write out. Whoever reads a number that somebody else wrote reads it here.
 */
public final class Decimals {
    /** Digits of a number, and places its point may be away from them; far more than any column keeps. */
    public static final int MOST_DIGITS = 100;

    private static final int LONGEST = 2 * MOST_DIGITS + 10;
    private static final Pattern FORM = Pattern.compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d{1,3})?");

    private Decimals() {}

    /** The number that a text is, in plain digits or with an exponent; empty where it is none or out of bounds. */
    public static Optional<BigDecimal> parse(CharSequence text) {
        return text.length() <= LONGEST && FORM.matcher(text).matches()
                ? Optional.of(new BigDecimal(text.toString())).filter(Decimals::isBounded)
                : Optional.empty();
    }

    /** Whether a number may be computed with and written out: at most 100 digits, their point at most 100 places away. */
    public static boolean isBounded(BigDecimal number) {
        return Math.abs((long) number.scale()) <= MOST_DIGITS && number.precision() <= MOST_DIGITS;
    }

    /**
     * The same number.
     *
     * @throws ArithmeticException if it is out of bounds
     */
    public static BigDecimal bounded(BigDecimal number) {
        if (!isBounded(number)) {
            throw new ArithmeticException("A number of " + number.precision() + " digits and scale " + number.scale());
        }
        return number;
    }
}
