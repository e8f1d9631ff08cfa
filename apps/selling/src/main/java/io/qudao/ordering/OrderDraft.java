package io.qudao.ordering;

import io.qudao.catalog.SkuId;
import io.qudao.kernel.CurrencyCode;
import io.qudao.kernel.Quantity;
import io.qudao.kernel.Value;
import io.qudao.partner.PartnerId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An order as a buyer wants it.
 *
 * @param currency null: the tenant's currency
 * @param at the instant whose prices apply; null: now. Any other instant requires the permission {@code order.history}
 * @param custom values of the tenant's own fields of the object {@code order}
 */
public record OrderDraft(
        PartnerId seller,
        PartnerId buyer,
        @Nullable CurrencyCode currency,
        List<Line> lines,
        @Nullable Instant at,
        OrderReferences references,
        Map<String, Value> custom) {
    public OrderDraft {
        lines = List.copyOf(lines);
        custom = Map.copyOf(custom);
    }

    /** A draft of these lines, priced now. */
    public static OrderDraft of(PartnerId seller, PartnerId buyer, List<Line> lines) {
        return new OrderDraft(seller, buyer, null, lines, null, OrderReferences.NONE, Map.of());
    }

    /** @param custom values of the tenant's own fields of the object {@code order_line} */
    public record Line(SkuId sku, Quantity quantity, Map<String, Value> custom) {
        public Line {
            custom = Map.copyOf(custom);
        }

        public Line(SkuId sku, Quantity quantity) {
            this(sku, quantity, Map.of());
        }
    }
}
