package io.qudao.ordering;

import io.qudao.kernel.ByModules;
import io.qudao.kernel.Money;
import io.qudao.kernel.Permits;
import io.qudao.kernel.Slice;
import java.time.Instant;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Orders of the caller's partner, as buyer and as seller. */
public interface Orders {
    @Permits("order.create")
    Quote quote(OrderDraft draft);

    /** Makes an order once per key (O3), as a draft or submitted at once. */
    @Permits("order.create")
    default Submission place(OrderDraft draft, PlaceOptions options) {
        return place(OrderWish.of(draft), options);
    }

    /**
     * The same for what has yet to be looked up. A key that was used before brings back the order that it made, whatever
     * became of prices, goods, partners and accounts since.
     *
     * @throws io.qudao.kernel.ProblemException {@link OrderingProblem#KEY_REUSED} for another content under the key
     */
    @Permits("order.create")
    Submission place(OrderWish wish, PlaceOptions options);

    /** Prices again, takes credit, reserves stock, starts the seller's review (P7, C3, I3). */
    @Permits("order.submit")
    Submission submit(OrderId order, @Nullable Money confirmed);

    /** The seller's review. */
    @Permits("order.approve")
    Order approve(OrderId order, @Nullable String reason);

    @Permits("order.approve")
    Order reject(OrderId order, String reason);

    /** By the buyer before approval, by the seller until something was shipped. */
    @Permits("order.cancel")
    Order cancel(OrderId order, String reason);

    /**
     * Closes a partly shipped order short, by the seller: what is left of it is given back to stock and credit, once (I5),
     * and what is on its way can still be received.
     */
    @Permits("order.cancel")
    Order close(OrderId order, String reason);

    /** Tries a held order again, after the limit rose or debt was paid. */
    @Permits({"credit.edit", "order.submit"})
    Submission retryHeld(OrderId order);

    @Permits("order.read")
    Order get(OrderId order);

    /** Newest first. */
    @Permits("order.read")
    Slice<OrderSummary> list(OrderQuery query);

    /** How many orders of a side stand in each status. */
    @Permits("order.read")
    Map<OrderStatus, Long> counts(OrderQuery.Side side);

    /** Sums over the orders the caller's partner sells, for comparing with another book. */
    @Permits("order.read")
    OrderSums sums();

    /**
     * Locks the order for a shipment of the seller's; the order as it stands under that lock, without the names of its
     * parties, its history and its own fields.
     */
    @ByModules
    Order lockForShipping(OrderId order);

    /** Books shipped base units by line number (F1) and moves the status; the order must be locked. */
    @ByModules
    Order shipped(Order locked, Map<Integer, Long> goods, Instant at);

    /** Completes a shipped order when, under its lock, everything turns out to be received. */
    @ByModules
    void received(OrderId order, BooleanSupplier everything, Instant at);

    /**
     * @param submit false: keep as draft
     *
     * @param confirmed the total the client has seen; null: none
     */
    record PlaceOptions(
            String key, boolean submit, @Nullable Money confirmed) {}

    /** Orders that stand (not draft, rejected or cancelled). */
    record OrderSums(long orders, long lines, long units, Money amount, Map<OrderStatus, Long> byStatus) {}
}
