package io.qudao.ordering;

import io.qudao.kernel.Money;
import java.util.List;

/** The result of submitting an order. A refusal stores nothing. */
public sealed interface Submission {
    /** Accepted as a draft, submitted for review, or approved at once if no review applies. */
    record Accepted(Order order) implements Submission {}

    /**
     * Stored but on credit hold because it would exceed the account's limit. Nothing is reserved until the hold is
     * released.
     */
    record CreditHeld(Order order, Money exposure, Money limit, Money over) implements Submission {}

    /** Refused: stock is short (S1-13). */
    record OutOfStock(List<ShortLine> lines) implements Submission {}

    /** Refused: the total is not the one the client confirmed (P7). */
    record PriceChanged(Money confirmed, Money now, List<LineNow> lines) implements Submission {}

    /** Refused: lines have no price, which is never treated as zero (P4). */
    record Unpriced(List<Integer> lines) implements Submission {}

    /** A line whose stock is short; quantities are base units. */
    record ShortLine(int number, String skuCode, long wanted, long available) {}

    record LineNow(int number, String skuCode, Money unitPrice, Money net) {}
}
