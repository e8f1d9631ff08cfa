package io.qudao.cart;

import io.qudao.catalog.SkuId;
import io.qudao.kernel.Quantity;
import io.qudao.partner.AccountId;
import java.util.List;
import java.util.OptionalLong;

/**
 * Goods a member has gathered to buy on one account, in the order they were put in.
 *
 * @param key changes with the content: an order placed twice from the same content is one order
 */
public record Cart(AccountId account, String key, List<Line> lines) {
    public Cart {
        lines = List.copyOf(lines);
    }

    public boolean isEmpty() {
        return lines.isEmpty();
    }

    /** How much of one SKU is in it in this unit. */
    public OptionalLong quantity(SkuId sku, String unit) {
        return lines.stream()
                .filter(line -> line.sku().equals(sku) && line.quantity().unit().equals(unit))
                .mapToLong(line -> line.quantity().value())
                .findFirst();
    }

    public record Line(SkuId sku, Quantity quantity) {}
}
