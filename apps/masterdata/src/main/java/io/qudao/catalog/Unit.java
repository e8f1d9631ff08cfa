package io.qudao.catalog;

import java.math.BigInteger;
import java.util.OptionalLong;

/**
 * A unit of measure of one SKU: {@code base = quantity × numerator / denominator}, exactly (U1).
 *
 * @param code such as {@code each} or {@code case}
 */
public record Unit(String code, long numerator, long denominator) {
    public Unit {
        if (numerator <= 0 || denominator <= 0) {
            throw new IllegalArgumentException("The factor of " + code + " must be positive");
        }
    }

    /** Creates the unit in which stock is kept. */
    public static Unit base(String code) {
        return new Unit(code, 1, 1);
    }

    /** Converts a quantity of this unit to base units; empty if the result is not whole or too large (U1). */
    public OptionalLong base(long quantity) {
        return exact(quantity, numerator, denominator);
    }

    /** Converts base units to this unit; empty if the result is not whole or too large (U2). */
    public OptionalLong fromBase(long quantity) {
        return exact(quantity, denominator, numerator);
    }

    /** Returns the smallest quantity that is a whole number of base units; all others are multiples of it. */
    public long step() {
        return denominator / divisor();
    }

    /** Returns the largest quantity that is a whole number of base units, at most the given number (U1). */
    public long most(long base) {
        var most =
                BigInteger.valueOf(Math.max(base, 0) / (numerator / divisor())).multiply(BigInteger.valueOf(step()));
        return most.min(BigInteger.valueOf(Long.MAX_VALUE / step() * step())).longValue();
    }

    private long divisor() {
        return BigInteger.valueOf(numerator)
                .gcd(BigInteger.valueOf(denominator))
                .longValue();
    }

    private static OptionalLong exact(long quantity, long factor, long divisor) {
        var parts = BigInteger.valueOf(quantity)
                .multiply(BigInteger.valueOf(factor))
                .divideAndRemainder(BigInteger.valueOf(divisor));
        return parts[1].signum() == 0 && parts[0].bitLength() < Long.SIZE
                ? OptionalLong.of(parts[0].longValue())
                : OptionalLong.empty();
    }
}
