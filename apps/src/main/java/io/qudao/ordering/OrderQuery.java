package io.qudao.ordering;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which orders of the caller's partner.
 *
 * @param statuses empty: all
 * @param text part of the number or external number, or null
 * @param cursor of the page before, or null
 * @param limit 1 to 200
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
        limit = Math.clamp(limit, 1, 200);
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
