package io.qudao.pricing;

/** How a price is chosen among several candidate entries (P3). */
public enum PriceMode {
    /** The first entry in the order of P2. */
    FIRST_MATCH,
    /** The lowest price; ties by the order of P2. */
    LOWEST
}
