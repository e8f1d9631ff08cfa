package io.qudao.ordering.web;

import io.qudao.kernel.CommonProblem;
import io.qudao.kernel.ProblemException;
import io.qudao.kernel.Violation;
import io.qudao.ordering.OrderQuery;
import java.util.List;

/** Parameters that lists of orders share. */
final class OrderListParameters {
    private OrderListParameters() {}

    static OrderQuery.Side parse(String side) {
        return switch (side) {
            case "buy" -> OrderQuery.Side.BUY;
            case "sell" -> OrderQuery.Side.SELL;
            default ->
                throw new ProblemException(
                        CommonProblem.INVALID_INPUT, List.of(Violation.of("side", "one_of", "buy, sell")));
        };
    }
}
