package io.qudao.kernel;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads exact numbers from outside and bounds them before anything is computed with them: {@code 1E2000000000} takes
 * twelve characters to send and two gigabytes to write out. Every number that comes from outside must be read here.
 */
public final class Decimals {
    /** Maximum number of digits, and maximum distance of the point from them; far more than any column stores. */
    public static final int MOST_DIGITS = 100;

    private static final int LONGEST = 2 * MOST_DIGITS + 10;
    private static final Pattern FORM = Pattern.compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d{1,3})?");

    private static final Pattern GROUPED = Pattern.compile("[+-]?\\d{1,3}(,\\d{3})+(\\.\\d*)?");

    private Decimals() {}

    /** Parses a number in plain digits or with an exponent; empty if it is malformed or out of bounds. */
    public static Optional<BigDecimal> parse(CharSequence text) {
        return text.length() <= LONGEST && FORM.matcher(text).matches()
                ? Optional.of(new BigDecimal(text.toString())).filter(Decimals::isBounded)
                : Optional.empty();
    }

    /**
     * Parses a number as people write it: with digits of full width, thousands separated by commas, and the sign of yuan
     * before it. Empty if it is malformed, out of bounds, or if its separators could mean something else, as in {@code
     * 1.250,50}.
     */
    public static Optional<BigDecimal> written(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        var usual = Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("[\\s\u00A5]", "");
        var plain = GROUPED.matcher(usual).matches() ? usual.replace(",", "") : usual;
        return parse(plain);
    }

    /**
     * Returns whether a number is safe to compute with and to write out: at most 100 digits with the point at most 100
     * places away.
     */
    public static boolean isBounded(BigDecimal number) {
        return Math.abs((long) number.scale()) <= MOST_DIGITS && number.precision() <= MOST_DIGITS;
    }

    /**
     * Returns the same number.
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
