package io.qudao.ordering;

import io.qudao.kernel.CommonProblem;
import io.qudao.kernel.Keyset;
import io.qudao.kernel.ProblemException;
import io.qudao.kernel.Violation;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Selects orders of the caller's partner.
 *
 * @param statuses empty: all; an order on credit hold 信用冻结 is in none of them
 * @param heldOnly only orders on credit hold
 * @param text part of the order number, the external number, or the buyer's name or code; or null
 * @param cursor cursor of the previous page, or null
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

    /** Returns a query for the first page of one side. */
    public static OrderQuery of(Side side, OrderStatus... statuses) {
        return new OrderQuery(side, Set.of(statuses), false, null, null, 50);
    }

    /** The side the caller's partner is on. */
    public enum Side {
        BUY,
        SELL;

        /**
         * Parses a parameter.
         *
         * @param word {@code buy} or {@code sell}
         * @throws ProblemException {@link CommonProblem#INVALID_INPUT} for any other word
         */
        public static Side of(String word) {
            return switch (word) {
                case "buy" -> BUY;
                case "sell" -> SELL;
                default ->
                    throw new ProblemException(
                            CommonProblem.INVALID_INPUT, List.of(Violation.of("side", "one_of", "buy, sell")));
            };
        }
    }
}
