package io.qudao.ordering.internal;

import io.qudao.approval.Approvals;
import io.qudao.approval.Decision;
import io.qudao.kernel.Money;
import io.qudao.kernel.Slice;
import io.qudao.ordering.Order;
import io.qudao.ordering.OrderDraft;
import io.qudao.ordering.OrderId;
import io.qudao.ordering.OrderQuery;
import io.qudao.ordering.OrderStatus;
import io.qudao.ordering.OrderSummary;
import io.qudao.ordering.OrderWish;
import io.qudao.ordering.Orders;
import io.qudao.ordering.Quote;
import io.qudao.ordering.Submission;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The face of ordering over its parts. Placing opens its transactions itself: its result decides whether they are kept. */
@Component
class SqlOrders implements Orders {
    private final Placing placing;
    private final Quoting quoting;
    private final OrderSteps steps;
    private final OrderReading reading;
    private final Approvals approvals;
    private final Clock clock;

    SqlOrders(
            Placing placing,
            Quoting quoting,
            OrderSteps steps,
            OrderReading reading,
            Approvals approvals,
            Clock clock) {
        this.placing = placing;
        this.quoting = quoting;
        this.steps = steps;
        this.reading = reading;
        this.approvals = approvals;
        this.clock = clock;
    }

    @Override
    @Transactional
    public Quote quote(OrderDraft draft) {
        return quoting.quote(draft);
    }

    @Override
    public Submission place(OrderWish wish, PlaceOptions options) {
        return placing.place(wish, options);
    }

    @Override
    public Submission submit(OrderId order, @Nullable Money confirmed) {
        return placing.submit(order, confirmed);
    }

    @Override
    public Submission retryHeld(OrderId order) {
        return placing.retryHeld(order);
    }

    @Override
    @Transactional
    public Order approve(OrderId order, @Nullable String reason) {
        return decide(order, Decision.APPROVE, reason);
    }

    @Override
    @Transactional
    public Order reject(OrderId order, String reason) {
        OrderSteps.requireReason(reason);
        return decide(order, Decision.REJECT, reason);
    }

    @Override
    @Transactional
    public Order cancel(OrderId order, String reason) {
        return steps.cancelled(order, reason, clock.instant());
    }

    @Override
    @Transactional(readOnly = true)
    public Order get(OrderId order) {
        return reading.get(order);
    }

    @Override
    @Transactional(readOnly = true)
    public Slice<OrderSummary> list(OrderQuery query) {
        return reading.list(query);
    }

    @Override
    @Transactional(readOnly = true)
    public Map<OrderStatus, Long> counts(OrderQuery.Side side) {
        return reading.counts(side);
    }

    @Override
    @Transactional(readOnly = true)
    public OrderSums sums() {
        return reading.sums();
    }

    @Override
    @Transactional
    public Order lockForShipping(OrderId order) {
        return steps.shippable(order);
    }

    @Override
    @Transactional
    public Order shipped(Order locked, Map<Integer, Long> goods, Instant at) {
        return steps.shipped(locked, goods, at);
    }

    @Override
    @Transactional
    public void received(OrderId order, BooleanSupplier everything, Instant at) {
        steps.received(order, everything, at);
    }

    private Order decide(OrderId order, Decision decision, @Nullable String reason) {
        steps.forReview(order);
        approvals.decide(Promises.OBJECT, order.value(), decision, reason);
        return reading.get(order);
    }
}
