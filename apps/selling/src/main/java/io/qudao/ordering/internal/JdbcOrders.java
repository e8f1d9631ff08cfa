package io.qudao.ordering.internal;

import io.qudao.kernel.Money;
import io.qudao.kernel.Slice;
import io.qudao.kernel.Value;
import io.qudao.ordering.Order;
import io.qudao.ordering.OrderDraft;
import io.qudao.ordering.OrderId;
import io.qudao.ordering.OrderQuery;
import io.qudao.ordering.OrderState;
import io.qudao.ordering.OrderSummary;
import io.qudao.ordering.OrderWish;
import io.qudao.ordering.Orders;
import io.qudao.ordering.Quote;
import io.qudao.ordering.Submission;
import java.time.Instant;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Implements ordering by delegating to its parts. Placing manages its own transactions, because its result decides
 * whether they commit.
 */
@Component
class JdbcOrders implements Orders {
    private final Placing placing;
    private final Quoting quoting;
    private final OrderDesk desk;
    private final OrderReading reading;

    JdbcOrders(Placing placing, Quoting quoting, OrderDesk desk, OrderReading reading) {
        this.placing = placing;
        this.quoting = quoting;
        this.desk = desk;
        this.reading = reading;
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
    public Submission submit(OrderId order, @Nullable Money confirmed, Map<String, Value> custom) {
        return placing.submit(order, confirmed, custom);
    }

    @Override
    public Submission retryHeld(OrderId order) {
        return placing.retryHeld(order);
    }

    @Override
    @Transactional
    public Order approve(OrderId order, @Nullable String reason) {
        return desk.approve(order, reason);
    }

    @Override
    @Transactional
    public Order reject(OrderId order, String reason) {
        return desk.reject(order, reason);
    }

    @Override
    @Transactional
    public Order cancel(OrderId order, String reason) {
        return desk.cancel(order, reason);
    }

    @Override
    @Transactional
    public Order close(OrderId order, String reason) {
        return desk.close(order, reason);
    }

    @Override
    @Transactional(readOnly = true)
    public Order get(OrderId order) {
        return desk.get(order);
    }

    @Override
    @Transactional(readOnly = true)
    public Slice<OrderSummary> list(OrderQuery query) {
        return desk.list(query);
    }

    @Override
    @Transactional(readOnly = true)
    public Map<OrderState, Long> counts(OrderQuery.Side side) {
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
        return desk.shippable(order);
    }

    @Override
    @Transactional
    public Order shipped(Order locked, Map<Integer, Long> goods, Instant at) {
        return desk.shipped(locked, goods, at);
    }

    @Override
    @Transactional
    public void received(OrderId order, BooleanSupplier everything, Instant at) {
        desk.received(order, everything, at);
    }
}
