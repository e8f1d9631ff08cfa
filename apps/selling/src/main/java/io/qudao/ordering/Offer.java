package io.qudao.ordering;

import io.qudao.catalog.Sku;
import io.qudao.catalog.Unit;
import io.qudao.kernel.Money;
import io.qudao.pricing.PriceBreak;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A SKU as a seller offers it to a buyer now.
 *
 * @param prices prices of each unit, in the SKU's order of units
 * @param available base units the seller can promise
 */
public record Offer(Sku sku, List<UnitPrice> prices, long available) {
    public Offer {
        prices = List.copyOf(prices);
    }

    /**
     * The price of one unit, by quantity.
     *
     * @param breaks price breaks from the smallest quantity that can be ordered; empty: the SKU cannot be ordered in
     *     this unit (P4)
     */
    public record UnitPrice(Unit unit, List<PriceBreak> breaks) {
        public UnitPrice {
            breaks = List.copyOf(breaks);
        }

        /** Returns the price for a quantity of one; null if a single one cannot be ordered. */
        public @Nullable Money price() {
            return price(1);
        }

        /** Returns the unit price for a quantity; null if the quantity is too small to be ordered. */
        public @Nullable Money price(long quantity) {
            return breaks.reversed().stream()
                    .filter(each -> each.from() <= quantity)
                    .findFirst()
                    .map(PriceBreak::price)
                    .orElse(null);
        }
    }
}
