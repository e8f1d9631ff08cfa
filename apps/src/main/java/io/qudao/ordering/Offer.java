package io.qudao.ordering;

import io.qudao.catalog.Sku;
import io.qudao.kernel.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a seller offers a buyer now.
 *
 * @param prices of one of each unit, in the SKU's order of units
 * @param available base units the seller can promise
 */
public record Offer(Sku sku, List<UnitPrice> prices, long available) {
    public Offer {
        prices = List.copyOf(prices);
    }

    /**
     * The price of one unit.
     *
     * @param price null: none, the SKU cannot be ordered in this unit (P4)
     */
    public record UnitPrice(
            String unit, long base, @Nullable Money price) {}
}
