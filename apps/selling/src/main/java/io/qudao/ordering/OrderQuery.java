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
 * @param states empty: all
 * @param text part of the order number, the external number, or the buyer's name or code; or null
 * @param cursor cursor of the previous page, or null
 * @param limit 1 to {@link Keyset#MAXIMUM}
 */
public record OrderQuery(
        Side side,
        Set<OrderState> states,
        @Nullable String text,
        @Nullable String cursor,
        int limit) {
    public OrderQuery {
        states = Set.copyOf(states);
        limit = Keyset.limit(limit);
    }

    /** Returns a query for the first page of one side. */
    public static OrderQuery of(Side side, OrderState... states) {
        return new OrderQuery(side, Set.of(states), null, null, 50);
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
