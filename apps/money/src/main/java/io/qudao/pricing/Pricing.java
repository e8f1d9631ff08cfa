package io.qudao.pricing;

import io.qudao.kernel.ByModules;
import io.qudao.kernel.HeadOffice;
import io.qudao.kernel.Permits;
import java.util.List;
import java.util.Map;

/** Prices lines by the rules P1–P5. The same question has the same answer whoever asks (P6). */
public interface Pricing {
    /** Prices all lines in one database statement, using the tenant's mode. */
    @ByModules
    Prices price(PriceQuestion question);

    /**
     * Returns how the price of each line depends on its quantity, by the same rules as {@link #price}.
     *
     * @param question quantities of its lines are ignored
     * @return price breaks by line number, from the smallest quantity that has a price; a line without any price is
     *     missing
     */
    @ByModules
    Map<Integer, List<PriceBreak>> breaks(PriceQuestion question);

    /** Returns the tenant's mode; first match if none was chosen. */
    @Permits({"price.read", "price.edit"})
    PriceMode mode();

    /**
     * Sets the tenant's mode, by which all prices are chosen from now on.
     *
     * @throws io.qudao.kernel.ProblemException {@link io.qudao.kernel.CommonProblem#FORBIDDEN} or {@link
     *     io.qudao.kernel.CommonProblem#HEAD_OFFICE}
     */
    @Permits("price.edit")
    @HeadOffice
    void choose(PriceMode mode);
}
