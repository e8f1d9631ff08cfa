package io.qudao.inventory;

import io.qudao.catalog.SkuId;
import java.util.List;

/** What became of a wish to reserve. */
public sealed interface Reservation {
    /** All of it is reserved. */
    record Reserved() implements Reservation {}

    /** Nothing may be kept: the caller rolls its transaction back and names what is short. */
    record Shortfall(List<Shortage> shortages) implements Reservation {
        public Shortfall {
            shortages = List.copyOf(shortages);
        }
    }

    /** Base units wanted and available at that moment. */
    record Shortage(SkuId sku, long wanted, long available) {}
}
