package io.qudao.inventory;

import io.qudao.catalog.SkuId;
import java.util.List;

/** The result of a reservation. */
public sealed interface Reservation {
    /** Everything is reserved. */
    record Reserved() implements Reservation {}

    /** Stock is short. Nothing may be kept: the caller must roll back its transaction and report the shortages. */
    record Shortfall(List<Shortage> shortages) implements Reservation {
        public Shortfall {
            shortages = List.copyOf(shortages);
        }
    }

    /** Base units wanted, and those available at that moment. */
    record Shortage(SkuId sku, long wanted, long available) {}
}
