package io.qudao.pricing;

/** The buyers a price list is for, in the order of P2, strongest first. */
public enum PriceScope {
    /** Special prices of one buyer; the key is the id of the buyer. */
    CONTRACT,
    /** A price group (level); the key is {@link io.qudao.partner.TradingAccount#priceGroup()}. */
    GROUP,
    /** A region; the key is one of {@link io.qudao.partner.TradingAccount#regions()}. */
    REGION,
    /** Everybody who buys from the seller; no key is needed. */
    BASE
}
