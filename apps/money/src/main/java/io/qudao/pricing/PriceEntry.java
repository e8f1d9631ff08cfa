package io.qudao.pricing;

import io.qudao.catalog.SkuId;
import io.qudao.kernel.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One price of a list.
 *
 * @param minimum smallest quantity of a line, in {@code unit}, for which it counts
 * @param from first instant, inclusive
 * @param until first instant after, or null for no end
 * @param version of the list when the entry was last written
 */
public record PriceEntry(
        PriceEntryId id,
        SkuId sku,
        String unit,
        long minimum,
        Instant from,
        @Nullable Instant until,
        Money price,
        long version) {}
