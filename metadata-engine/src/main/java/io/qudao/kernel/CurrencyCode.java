package io.qudao.kernel;

import java.util.Currency;

/** An ISO 4217 currency. */
public record CurrencyCode(String value) {
    public static final CurrencyCode CNY = new CurrencyCode("CNY");
    public static final CurrencyCode USD = new CurrencyCode("USD");

    public CurrencyCode {
        Currency.getInstance(value);
    }

    /** Returns the number of digits after the point of an amount, such as 2 for CNY and 0 for JPY. */
    public int scale() {
        return Math.max(0, Currency.getInstance(value).getDefaultFractionDigits());
    }

    @Override
    public String toString() {
        return value;
    }
}
