package io.qudao.pricing;

import io.qudao.catalog.SkuId;
import io.qudao.kernel.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One price in a list.
 *
 * @param minimum smallest quantity of a line it applies to, in {@code unit}
 * @param from first instant at which it applies
 * @param until first instant at which it no longer applies, or null for no end
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
