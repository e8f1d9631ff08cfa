package io.qudao.pricing;

import io.qudao.kernel.AnyMember;
import io.qudao.kernel.ByModules;
import io.qudao.kernel.Permits;
import java.util.List;

/** Prices lines by the rules P1–P5; the same question gives the same answer whoever asks (P6). */
public interface Pricing {
    /** One answer for each line, in the order of the question; one database statement for all lines. */
    @ByModules
    List<LinePrice> price(PriceQuestion question);

    /** What the tenant chose; first match where it chose nothing. */
    @AnyMember
    PriceMode mode();

    @Permits("price.edit")
    void choose(PriceMode mode);
}
