package io.qudao.pricing.internal;

import io.qudao.kernel.Money;
import io.qudao.pricing.PriceEntryId;
import io.qudao.pricing.PriceListId;
import io.qudao.pricing.PriceScope;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * An entry of a list assigned to the buyer, for the SKU and unit of a line, with the attributes that decide its rank
 * (P1, P2).
 */
record Candidate(
        PriceListId list,
        String listCode,
        PriceScope scope,
        int priority,
        PriceEntryId entry,
        long version,
        long minimum,
        Instant from,
        @Nullable Instant until,
        Money price) {
    /** P2: scope, list priority, larger minimum, later start, id. */
    static final Comparator<Candidate> ORDER = Comparator.comparing(Candidate::scope)
            .thenComparingInt(Candidate::priority)
            .thenComparing(Comparator.comparingLong(Candidate::minimum).reversed())
            .thenComparing(Comparator.comparing(Candidate::from).reversed())
            .thenComparing(Candidate::entry);

    /** P3: the lowest price, then P2. */
    static final Comparator<Candidate> LOWEST = Comparator.<Candidate, BigDecimal>comparing(
                    candidate -> candidate.price.amount())
            .thenComparing(ORDER);

    boolean isValidAt(Instant instant) {
        return !from.isAfter(instant) && (until == null || instant.isBefore(until));
    }

    /** Returns the candidate as a line of a trace. */
    String described() {
        return "%s %s, priority %d, from %d, since %s: %s"
                .formatted(
                        scope, listCode, priority, minimum, from, price.amount().toPlainString());
    }
}
