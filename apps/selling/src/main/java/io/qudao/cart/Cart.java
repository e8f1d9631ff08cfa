package io.qudao.cart;

import io.qudao.catalog.SkuId;
import io.qudao.kernel.Quantity;
import io.qudao.partner.AccountId;
import java.util.List;
import java.util.OptionalLong;

/**
 * Goods a member has collected to buy on one account, in the order they were added.
 *
 * @param key changes with the content, so that the same content ordered twice becomes one order
 */
public record Cart(AccountId account, String key, List<Line> lines) {
    public Cart {
        lines = List.copyOf(lines);
    }

    public boolean isEmpty() {
        return lines.isEmpty();
    }

    /** Returns the quantity of one SKU in this unit. */
    public OptionalLong quantity(SkuId sku, String unit) {
        return lines.stream()
                .filter(line -> line.sku().equals(sku) && line.quantity().unit().equals(unit))
                .mapToLong(line -> line.quantity().value())
                .findFirst();
    }

    public record Line(SkuId sku, Quantity quantity) {}
}
