package io.qudao.ordering;

import io.qudao.catalog.Sku;
import io.qudao.kernel.Money;
import io.qudao.pricing.PriceBreak;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a seller offers a buyer now.
 *
 * @param prices of each unit, in the SKU's order of units
 * @param available base units the seller can promise
 */
public record Offer(Sku sku, List<UnitPrice> prices, long available) {
    public Offer {
        prices = List.copyOf(prices);
    }

    /**
     * The price of one unit by quantity.
     *
     * @param base base units in one of it
     * @param breaks from the smallest quantity that can be ordered; empty: the SKU cannot be ordered in this unit (P4)
     */
    public record UnitPrice(String unit, long base, List<PriceBreak> breaks) {
        public UnitPrice {
            breaks = List.copyOf(breaks);
        }

        /** The price of one; null where none can be ordered. */
        public @Nullable Money price() {
            return price(1);
        }

        /** The price of each of so many; null where so few cannot be ordered. */
        public @Nullable Money price(long quantity) {
            return breaks.reversed().stream()
                    .filter(each -> each.from() <= quantity)
                    .findFirst()
                    .map(PriceBreak::price)
                    .orElse(null);
        }
    }
}
