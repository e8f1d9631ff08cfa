package io.qudao.pricing;

import io.qudao.kernel.Money;
import java.util.List;

/** The price of one line, or that it has none. No price is never zero: the line is refused (P4). */
public sealed interface LinePrice {
    /** The line's number in the question. */
    int number();

    /**
     * It has a price.
     *
     * @param version of the entry; with {@code list} and {@code entry} what the line stores (P5)
     * @param net unit price × quantity, rounded half up to the currency's scale (R1)
     * @param trace why this entry: the chosen one first, then the other candidates in their order
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
     * It has none.
     *
     * @param reason stable code: {@code no_entry} for this unit at this instant, or {@code below_minimum}
     */
    record NoPrice(int number, String reason) implements LinePrice {}
}
