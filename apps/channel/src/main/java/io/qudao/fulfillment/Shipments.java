package io.qudao.fulfillment;

import io.qudao.kernel.Permits;
import io.qudao.kernel.Slice;
import io.qudao.kernel.Value;
import io.qudao.ordering.OrderId;
import io.qudao.ordering.OrderQuery;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Shipments 发货单 of orders that the caller's partner sells, and receipts 收货 of those it buys. */
public interface Shipments {
    /**
     * Ships by the seller; stock leaves, credit moves on (C2). A key that the member used before for the order brings
     * back the shipment that it made.
     *
     * @throws io.qudao.kernel.ProblemException {@link io.qudao.kernel.CommonProblem#KEY_REUSED} for other options under the key,
     *     {@link io.qudao.kernel.CommonProblem#NOT_FOUND}, {@link io.qudao.ordering.OrderingProblem#NOT_A_PARTY},
     *     {@link FulfillmentProblem#NOT_SHIPPABLE}, {@link FulfillmentProblem#INVALID_LINES} with all violations, or
     *     {@link FulfillmentProblem#NOTHING_TO_SHIP}
     */
    @Permits("order.ship")
    Shipment ship(OrderId order, ShipOptions options);

    /**
     * The buyer's count: the goods enter the buyer's own stock.
     *
     *
     * @param counted base units by order line; empty: all as shipped
     * @throws io.qudao.kernel.ProblemException {@link io.qudao.kernel.CommonProblem#NOT_FOUND}, {@link
     *     FulfillmentProblem#NOT_A_PARTY}, {@link FulfillmentProblem#ALREADY_RECEIVED}, or {@link
     *     FulfillmentProblem#INVALID_LINES} with all violations
     */
    @Permits("order.receive")
    Shipment receive(ShipmentId shipment, Map<Integer, Long> counted);

    /**
     * Returns a shipment to one of its parties.
     *
     * @throws io.qudao.kernel.ProblemException {@link io.qudao.kernel.CommonProblem#NOT_FOUND}
     */
    @Permits("order.read")
    Shipment get(ShipmentId shipment);

    /**
     * Returns the shipments of an order.
     *
     * @throws io.qudao.kernel.ProblemException {@link io.qudao.kernel.CommonProblem#NOT_FOUND}
     */
    @Permits("order.read")
    List<Shipment> of(OrderId order);

    /**
     * Lists shipments, newest first.
     *
     * @throws io.qudao.kernel.ProblemException {@link io.qudao.kernel.CommonProblem#INVALID_INPUT} for a wrong cursor
     *     or limit
     */
    @Permits("order.read")
    Slice<Shipment> list(OrderQuery.Side side, @Nullable ShipmentStatus status, @Nullable String cursor, int limit);

    /**
     * @param goods base units by order line; empty: everything that is open
     *
     * @param key idempotency key, or null
     * @param custom values for the tenant's own fields of shipments
     */
    record ShipOptions(
            Map<Integer, Long> goods,
            @Nullable String key,
            @Nullable String carrier,
            @Nullable String tracking,
            Value.Fields custom) {
        public ShipOptions {
            goods = Map.copyOf(goods);
        }

        /** Creates options without own fields. */
        public ShipOptions(
                Map<Integer, Long> goods, @Nullable String key, @Nullable String carrier, @Nullable String tracking) {
            this(goods, key, carrier, tracking, Value.Fields.EMPTY);
        }

        public static ShipOptions everything() {
            return new ShipOptions(Map.of(), null, null, null);
        }
    }
}
