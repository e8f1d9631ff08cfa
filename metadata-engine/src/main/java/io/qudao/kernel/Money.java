package io.qudao.kernel;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;

/**
 * An exact amount in one currency, with at least the currency's digits after the point; never binary floating point
 * (R1).
 */
public record Money(BigDecimal amount, CurrencyCode currency) implements Comparable<Money> {
    /** @throws ArithmeticException if the amount is out of the bounds of {@link Decimals} */
    public Money {
        Decimals.bounded(amount);
        if (amount.scale() < currency.scale()) {
            amount = amount.setScale(currency.scale(), RoundingMode.UNNECESSARY);
        }
    }

    public static Money of(String amount, CurrencyCode currency) {
        return new Money(new BigDecimal(amount), currency);
    }

    public static Money zero(CurrencyCode currency) {
        return new Money(BigDecimal.ZERO, currency);
    }

    public Money plus(Money other) {
        return new Money(amount.add(same(other).amount), currency);
    }

    public Money minus(Money other) {
        return new Money(amount.subtract(same(other).amount), currency);
    }

    public Money negate() {
        return new Money(amount.negate(), currency);
    }

    /**
     * Multiplies this unit price by a count, rounded half up to the currency's scale: the line net amount of rule R1.
     */
    public Money times(long count) {
        return new Money(
                amount.multiply(BigDecimal.valueOf(count)).setScale(currency.scale(), RoundingMode.HALF_UP), currency);
    }

    public int signum() {
        return amount.signum();
    }

    /** Returns whether the values are equal, ignoring trailing zeros. */
    public boolean sameAs(Money other) {
        return currency.equals(other.currency) && amount.compareTo(other.amount) == 0;
    }

    @Override
    public int compareTo(Money other) {
        return Comparator.<Money, BigDecimal>comparing(Money::amount).compare(this, same(other));
    }

    @Override
    public String toString() {
        return amount.toPlainString() + " " + currency;
    }

    private Money same(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("Amounts in " + currency + " and " + other.currency + " do not match");
        }
        return other;
    }
}
