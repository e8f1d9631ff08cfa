package io.qudao.pricing;

import io.qudao.kernel.Money;
import java.util.List;

/**
 * The price of one line, or the fact that it has none. A missing price is never treated as zero: the line is refused
 * (P4).
 */
public sealed interface LinePrice {
    /** Returns the line's number in the question. */
    int number();

    /**
     * The line has a price.
     *
     * @param version version of the entry; together with {@code list} and {@code entry} this is what the line stores
     *     (P5)
     * @param net unit price × quantity, rounded half up to the currency's scale (R1)
     * @param trace why this entry was chosen: the chosen entry first, then the other candidates in their order
     */
    record Priced(
            int number,
            PriceListId list,
            PriceEntryId entry,
            long version,
            Money unitPrice,
            Money net,
            List<String> trace)
            implements LinePrice {
        public Priced {
            trace = List.copyOf(trace);
        }
    }

    /**
     * The line has no price.
     *
     * @param reason stable code: {@code no_entry} if there is no entry for this unit at this instant, or {@code
     *     below_minimum}
     */
    record NoPrice(int number, String reason) implements LinePrice {}
}
