package io.qudao.ui.shop;

import io.qudao.kernel.Money;
import io.qudao.kernel.Quantity;
import io.qudao.ordering.Offer;
import io.qudao.pricing.PriceBreak;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A quantity of an offer that is about to be put into the cart, where the same line counts together with what is there.
 *
 * @param inCart in the cart already, in the chosen unit
 * @param inCartBase in the cart already of these goods, in base units, whatever the unit
 */
record SkuChoice(Offer offer, Offer.UnitPrice unit, int quantity, long inCart, long inCartBase) {
    List<PriceBreak> breaks() {
        return unit.breaks();
    }

    /** The break that holds; null where so few cannot be ordered. */
    @Nullable
    PriceBreak reached() {
        return unit.breaks().reversed().stream()
                .filter(each -> each.from() <= inCart + quantity)
                .findFirst()
                .orElse(null);
    }

    /** What this quantity adds to the cart, at the price that the line will have; null where it cannot be ordered. */
    @Nullable
    Money net() {
        var reached = reached();
        return reached == null ? null : reached.price().times(quantity);
    }

    /** Whether stock has enough for it and for what is in the cart. */
    boolean isAvailable() {
        return inCartBase + quantity * unit.base() <= offer.available();
    }

    boolean isOrderable() {
        return reached() != null && isAvailable();
    }

    Quantity asQuantity() {
        return new Quantity(quantity, unit.unit());
    }
}
