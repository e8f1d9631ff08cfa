package io.qudao.pricing;

import io.qudao.kernel.AnyMember;
import io.qudao.kernel.ByModules;
import io.qudao.kernel.HeadOffice;
import io.qudao.kernel.Permits;
import java.util.List;
import java.util.Map;

/** Prices lines by the rules P1–P5; the same question gives the same answer whoever asks (P6). */
public interface Pricing {
    /** By the mode that the tenant chose; one database statement for all lines. */
    @ByModules
    Prices price(PriceQuestion question);

    /**
     * How the price of each line depends on its quantity, by the same rules as {@link #price}.
     *
     * @param question its lines' quantities do not count
     * @return by number of the line, from the smallest quantity that has a price; a line without any price is not there
     */
    @ByModules
    Map<Integer, List<PriceBreak>> breaks(PriceQuestion question);

    /** What the tenant chose; first match where it chose nothing. */
    @AnyMember
    PriceMode mode();

    @Permits("price.edit")
    @HeadOffice
    void choose(PriceMode mode);
}
