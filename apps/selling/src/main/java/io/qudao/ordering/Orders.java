package io.qudao.ordering;

import io.qudao.kernel.ByModules;
import io.qudao.kernel.Money;
import io.qudao.kernel.Permits;
import io.qudao.kernel.Slice;
import io.qudao.kernel.Value;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Orders of the caller's partner, as buyer and as seller. */
public interface Orders {
    /**
     * Returns what an order would cost now and whether it could be fulfilled; stores nothing.
     *
     * @throws io.qudao.kernel.ProblemException {@link OrderingProblem#INVALID_ORDER} with all violations, {@link
     *     OrderingProblem#NOT_A_PARTY}, or {@link OrderingProblem#NOT_TRADING}
     */
    @Permits("order.create")
    Quote quote(OrderDraft draft);

    /**
     * Creates an order once per key (O3), as a draft or submitted at once; submitting requires {@code order.submit} too.
     *
     * @throws io.qudao.kernel.ProblemException as {@link #place(OrderWish, PlaceOptions)}
     */
    @Permits("order.create")
    default Submission place(OrderDraft draft, PlaceOptions options) {
        return place(OrderWish.of(draft), options);
    }

    /**
     * Creates an order from a request that is not looked up yet. A key used before returns the order it created,
     * whatever has happened to prices, goods, partners and accounts since.
     *
     * @throws io.qudao.kernel.ProblemException {@link io.qudao.kernel.CommonProblem#KEY_REUSED} for other content under the key,
     *     {@link OrderingProblem#KEY_MISSING}, {@link OrderingProblem#INVALID_ORDER} with all violations, {@link
     *     OrderingProblem#NOT_A_PARTY}, {@link OrderingProblem#NOT_TRADING}, or {@link
     *     OrderingProblem#EXTERNAL_NUMBER_TAKEN}
     */
    @Permits("order.create")
    Submission place(OrderWish wish, PlaceOptions options);

    /**
     * Submits a draft with its own fields as they are.
     *
     * @throws io.qudao.kernel.ProblemException as {@link #submit(OrderId, Money, Map)}
     */
    @Permits("order.submit")
    default Submission submit(OrderId order, @Nullable Money confirmed) {
        return submit(order, confirmed, Map.of());
    }

    /**
     * Submits a draft: recalculates prices, takes credit, reserves stock and starts the seller's review (P7, C3, I3).
     *
     * @param confirmed the total the client has seen; null: none
     * @param custom values for the tenant's own fields that get another value, because a draft can be older than a field
     *     that an order needs
     * @throws io.qudao.kernel.ProblemException {@link io.qudao.kernel.CommonProblem#NOT_FOUND}, {@link
     *     OrderingProblem#NOT_A_PARTY}, {@link OrderingProblem#WRONG_STATUS}, {@link OrderingProblem#INVALID_ORDER} with all
     *     violations, {@link OrderingProblem#NOT_TRADING}, or {@link io.qudao.record.RecordProblem#INVALID} if a required
     *     field is missing; the draft stays as it was
     */
    @Permits("order.submit")
    Submission submit(OrderId order, @Nullable Money confirmed, Map<String, Value> custom);

    /**
     * Approves an order as the seller's review.
     *
     * @throws io.qudao.kernel.ProblemException {@link io.qudao.kernel.CommonProblem#NOT_FOUND}, {@link
     *     OrderingProblem#NOT_A_PARTY}, {@link OrderingProblem#WRONG_STATUS}, {@link OrderingProblem#CREDIT_HELD},
     *     {@link io.qudao.approval.ApprovalProblem#NOT_AN_APPROVER}, {@link
     *     io.qudao.approval.ApprovalProblem#OWN_REQUEST}, or {@link io.qudao.approval.ApprovalProblem#NOTHING_WAITS}
     */
    @Permits("order.approve")
    Order approve(OrderId order, @Nullable String reason);

    /**
     * Rejects an order as the seller's review; an order on credit hold can be rejected at once.
     *
     * @throws io.qudao.kernel.ProblemException {@link OrderingProblem#REASON_MISSING}, {@link
     *     io.qudao.kernel.CommonProblem#NOT_FOUND}, {@link OrderingProblem#NOT_A_PARTY}, {@link
     *     OrderingProblem#WRONG_STATUS}, {@link io.qudao.approval.ApprovalProblem#NOT_AN_APPROVER}, {@link
     *     io.qudao.approval.ApprovalProblem#OWN_REQUEST}, or {@link io.qudao.approval.ApprovalProblem#NOTHING_WAITS}
     */
    @Permits("order.approve")
    Order reject(OrderId order, String reason);

    /**
     * Cancels an order; open to the buyer before approval, and to the seller until something has been shipped.
     *
     * @throws io.qudao.kernel.ProblemException {@link OrderingProblem#REASON_MISSING}, {@link
     *     io.qudao.kernel.CommonProblem#NOT_FOUND}, {@link OrderingProblem#NOT_A_PARTY}, or {@link
     *     OrderingProblem#WRONG_STATUS}
     */
    @Permits("order.cancel")
    Order cancel(OrderId order, String reason);

    /**
     * Closes a partly shipped order short; open to the seller. The stock and credit of its remainder are released once
     * (I5), and goods in transit can still be received.
     *
     * @throws io.qudao.kernel.ProblemException {@link OrderingProblem#REASON_MISSING}, {@link
     *     io.qudao.kernel.CommonProblem#NOT_FOUND}, {@link OrderingProblem#NOT_A_PARTY}, or {@link
     *     OrderingProblem#WRONG_STATUS}
     */
    @Permits("order.cancel")
    Order close(OrderId order, String reason);

    /**
     * Retries an order on credit hold after the limit was raised or debt was paid.
     *
     * @throws io.qudao.kernel.ProblemException {@link io.qudao.kernel.CommonProblem#NOT_FOUND}, {@link
     *     OrderingProblem#NOT_A_PARTY}, {@link OrderingProblem#WRONG_STATUS}, or {@link OrderingProblem#NOT_TRADING}
     */
    @Permits({"credit.edit", "order.submit"})
    Submission retryHeld(OrderId order);

    /**
     * Returns an order with its lines and history.
     *
     * @throws io.qudao.kernel.ProblemException {@link io.qudao.kernel.CommonProblem#NOT_FOUND}
     */
    @Permits("order.read")
    Order get(OrderId order);

    /**
     * Lists orders, newest first.
     *
     * @throws io.qudao.kernel.ProblemException {@link io.qudao.kernel.CommonProblem#INVALID_INPUT} for a wrong cursor
     */
    @Permits("order.read")
    Slice<OrderSummary> list(OrderQuery query);

    /** Returns the number of orders of a side in each state. */
    @Permits("order.read")
    Map<OrderState, Long> counts(OrderQuery.Side side);

    /** Returns sums over the orders that the caller's partner sells, for comparison with another system. */
    @Permits("order.read")
    OrderSums sums();

    /**
     * Locks the order for a shipment by the seller. Returns it as it stands under that lock, without the names of its
     * parties, its history and its own fields.
     *
     * @throws io.qudao.kernel.ProblemException {@link io.qudao.kernel.CommonProblem#NOT_FOUND} or {@link
     *     OrderingProblem#NOT_A_PARTY}
     */
    @ByModules
    Order lockForShipping(OrderId order);

    /**
     * Books shipped base units by line number (F1) and updates the status; the order must be locked.
     *
     * @throws io.qudao.kernel.ProblemException {@link OrderingProblem#WRONG_STATUS}
     */
    @ByModules
    Order shipped(Order locked, Map<Integer, Long> goods, Instant at);

    /**
     * Completes a shipped order if {@code everything}, evaluated under its lock, says that all of it was received.
     *
     * @throws io.qudao.kernel.ProblemException {@link io.qudao.kernel.CommonProblem#NOT_FOUND}
     */
    @ByModules
    void received(OrderId order, BooleanSupplier everything, Instant at);

    /**
     * @param submit false: keep it as a draft
     *
     * @param confirmed the total the client has seen; null: not checked
     */
    record PlaceOptions(
            String key, boolean submit, @Nullable Money confirmed) {}

    /**
     * Sums over all orders except drafts and those rejected or cancelled.
     *
     * @param amounts one amount for each currency, ordered by its code
     * @param byState number of orders in each state, all states included
     */
    record OrderSums(long orders, long lines, long units, List<Money> amounts, Map<OrderState, Long> byState) {
        public OrderSums {
            amounts = List.copyOf(amounts);
        }
    }
}
