package io.qudao.ordering;

import io.qudao.kernel.Keyset;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which orders of the caller's partner.
 *
 * @param statuses empty: all
 * @param text part of the number, the external number or the buyer's name or code, or null
 * @param cursor of the page before, or null
 * @param limit 1 to {@link Keyset#MAXIMUM}
 */
public record OrderQuery(
        Side side,
        Set<OrderStatus> statuses,
        boolean heldOnly,
        @Nullable String text,
        @Nullable String cursor,
        int limit) {
    public OrderQuery {
        statuses = Set.copyOf(statuses);
        limit = Keyset.limit(limit);
    }

    /** The first page of one side. */
    public static OrderQuery of(Side side, OrderStatus... statuses) {
        return new OrderQuery(side, Set.of(statuses), false, null, null, 50);
    }

    /** Whose side the caller's partner is on. */
    public enum Side {
        BUY,
        SELL
    }
}
