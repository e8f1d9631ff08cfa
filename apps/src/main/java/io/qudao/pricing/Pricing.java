package io.qudao.pricing;

import io.qudao.kernel.AnyMember;
import io.qudao.kernel.ByModules;
import io.qudao.kernel.Permits;

/** Prices lines by the rules P1–P5; the same question gives the same answer whoever asks (P6). */
public interface Pricing {
    /** By the mode that the tenant chose; one database statement for all lines. */
    @ByModules
    Prices price(PriceQuestion question);

    /** What the tenant chose; first match where it chose nothing. */
    @AnyMember
    PriceMode mode();

    @Permits("price.edit")
    void choose(PriceMode mode);
}
