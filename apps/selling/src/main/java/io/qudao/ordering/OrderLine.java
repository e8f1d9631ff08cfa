package io.qudao.ordering;

import io.qudao.catalog.SkuId;
import io.qudao.kernel.Money;
import io.qudao.kernel.Quantity;
import io.qudao.kernel.Value;
import io.qudao.pricing.PriceEntryId;
import io.qudao.pricing.PriceListId;

/**
 * One line of an order, with its price and the reason for it (P5).
 *
 * @param ordered quantity in the unit it was ordered in
 * @param base the same quantity in base units, as are {@code shipped} and {@code cancelled} (O2)
 * @param custom the tenant's own fields of the line that the caller may read
 */
public record OrderLine(
        int number,
        SkuId sku,
        String skuCode,
        String skuName,
        Quantity ordered,
        long base,
        Price price,
        Money net,
        long shipped,
        long cancelled,
        Value.Fields custom) {

    /** Returns the base units that are neither shipped nor cancelled. */
    public long open() {
        return base - shipped - cancelled;
    }

    /** Returns the line with nothing open. */
    public OrderLine closed() {
        return new OrderLine(number, sku, skuCode, skuName, ordered, base, price, net, shipped, base - shipped, custom);
    }

    /** Returns the line with these own fields. */
    public OrderLine with(Value.Fields own) {
        return new OrderLine(number, sku, skuCode, skuName, ordered, base, price, net, shipped, cancelled, own);
    }

    /** The price of one unit, the entry it comes from, and the trace of the choice. */
    public record Price(Money unit, PriceListId list, PriceEntryId entry, long version, String trace) {}
}
