package io.qudao.ordering.web;

import io.qudao.kernel.ProblemException;
import io.qudao.kernel.Violation;
import io.qudao.ordering.OrderingProblem;
import io.qudao.ordering.Submission;
import java.util.List;
import org.springframework.stereotype.Component;

/** Converts each result of a submission to a response: an order, or a problem that names every line. */
@Component
class Submissions {
    OrderBody answer(Submission submission) {
        return switch (submission) {
            case Submission.Accepted accepted -> OrderBody.of(accepted.order());
            case Submission.CreditHeld held -> OrderBody.of(held.order());
            case Submission.OutOfStock out ->
                throw new ProblemException(
                        OrderingProblem.STOCK_SHORT,
                        out.lines().stream()
                                .map(line -> Violation.of(
                                        field(line.number(), "quantity"),
                                        "stock_short",
                                        line.skuCode(),
                                        line.wanted(),
                                        line.available()))
                                .toList());
            case Submission.PriceChanged changed ->
                throw new ProblemException(
                        OrderingProblem.PRICE_CHANGED,
                        changed.lines().stream()
                                .map(line -> Violation.of(
                                        field(line.number(), "unitPrice"),
                                        "price_now",
                                        line.skuCode(),
                                        line.unitPrice()))
                                .toList(),
                        changed.confirmed(),
                        changed.now());
            case Submission.Unpriced unpriced ->
                throw new ProblemException(OrderingProblem.PRICE_MISSING, missing(unpriced.lines()));
        };
    }

    private static List<Violation> missing(List<Integer> lines) {
        return lines.stream()
                .map(number -> Violation.of(field(number, "sku"), "price_missing"))
                .toList();
    }

    /** Returns the path in the client's own list, which counts from 0. */
    private static String field(int lineNumber, String name) {
        return "lines[" + (lineNumber - 1) + "]." + name;
    }
}
