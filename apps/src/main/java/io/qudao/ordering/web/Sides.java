package io.qudao.ordering.web;

import io.qudao.kernel.ProblemException;
import io.qudao.kernel.Problems;
import io.qudao.kernel.Violation;
import io.qudao.ordering.OrderQuery;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Parameters that lists of orders share. */
final class Sides {
    private Sides() {}

    static OrderQuery.Side parse(String side) {
        return switch (side) {
            case "buy" -> OrderQuery.Side.BUY;
            case "sell" -> OrderQuery.Side.SELL;
            default ->
                throw new ProblemException(
                        Problems.INVALID_INPUT, List.of(Violation.of("side", "one_of", "buy, sell")));
        };
    }

    static @Nullable String cursor(@Nullable String cursor) {
        try {
            return cursor == null ? null : UUID.fromString(cursor).toString();
        } catch (IllegalArgumentException wrong) {
            throw new ProblemException(Problems.INVALID_INPUT, List.of(Violation.of("cursor", "cursor")), wrong);
        }
    }
}
