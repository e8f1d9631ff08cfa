package io.qudao.ui.shop;

import io.qudao.kernel.Money;
import io.qudao.kernel.Quantity;
import io.qudao.ordering.Offer;
import io.qudao.pricing.PriceBreak;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A quantity of an offer to be added to the cart, where it is combined with what the cart already contains.
 *
 * @param inCart quantity already in the cart, in the chosen unit
 * @param inCartBase quantity of this SKU already in the cart in any unit, in base units
 */
record SkuChoice(Offer offer, Offer.UnitPrice unit, int quantity, long inCart, long inCartBase) {
    List<PriceBreak> breaks() {
        return unit.breaks();
    }

    /** Returns the price break that applies; null if the quantity is too small to be ordered. */
    @Nullable
    PriceBreak reached() {
        return unit.breaks().reversed().stream()
                .filter(each -> each.from() <= inCart + quantity)
                .findFirst()
                .orElse(null);
    }

    /** Returns what this quantity adds to the cart, at the price the line will have; null if it cannot be ordered. */
    @Nullable
    Money net() {
        var reached = reached();
        return reached == null ? null : reached.price().times(quantity);
    }

    /** Returns whether stock is sufficient for it and for what is in the cart. */
    boolean isAvailable() {
        var base = unit.unit().base(quantity);
        return base.isEmpty() || inCartBase + base.getAsLong() <= offer.available();
    }

    /** Returns whether the quantity is a whole number of base units (U1). */
    boolean isWhole() {
        return unit.unit().base(quantity).isPresent();
    }

    boolean isOrderable() {
        return reached() != null && isWhole() && isAvailable();
    }

    Quantity asQuantity() {
        return new Quantity(quantity, unit.unit().code());
    }
}
