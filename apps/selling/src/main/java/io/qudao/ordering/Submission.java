package io.qudao.ordering;

import io.qudao.kernel.Money;
import java.util.List;

/** What became of a submit. A refusal keeps nothing. */
public sealed interface Submission {
    /** It stands: a draft, submitted for review, or approved at once where no review applies. */
    record Accepted(Order order) implements Submission {}

    /** Kept, but held: the account's limit would be passed. Nothing is reserved until the hold is released. */
    record CreditHeld(Order order, Money exposure, Money limit, Money over) implements Submission {}

    /** Refused: stock is short (S1-13). */
    record OutOfStock(List<ShortLine> lines) implements Submission {}

    /** Refused: the total is not the one the client confirmed (P7). */
    record PriceChanged(Money confirmed, Money now, List<LineNow> lines) implements Submission {}

    /** Refused: no price is not zero (P4). */
    record Unpriced(List<Integer> lines) implements Submission {}

    /** Base units. */
    record ShortLine(int number, String skuCode, long wanted, long available) {}

    record LineNow(int number, String skuCode, Money unitPrice, Money net) {}
}
