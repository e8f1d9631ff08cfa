package io.qudao.pricing;

/** How one of several candidate entries is chosen (P3). */
public enum PriceMode {
    /** The first in the order of P2. */
    FIRST_MATCH,
    /** The lowest price; ties by the order of P2. */
    LOWEST
}
