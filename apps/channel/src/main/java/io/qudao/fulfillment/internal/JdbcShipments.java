package io.qudao.fulfillment.internal;

import io.qudao.fulfillment.FulfillmentProblem;
import io.qudao.fulfillment.Shipment;
import io.qudao.fulfillment.ShipmentId;
import io.qudao.fulfillment.ShipmentLine;
import io.qudao.fulfillment.ShipmentStatus;
import io.qudao.fulfillment.Shipments;
import io.qudao.idempotency.IdempotencyKeys;
import io.qudao.idempotency.Made;
import io.qudao.inventory.Demand;
import io.qudao.inventory.DocumentRef;
import io.qudao.inventory.MovementKind;
import io.qudao.inventory.Stock;
import io.qudao.inventory.Warehouses;
import io.qudao.kernel.CommonProblem;
import io.qudao.kernel.Ids;
import io.qudao.kernel.ProblemException;
import io.qudao.kernel.Slice;
import io.qudao.kernel.Violation;
import io.qudao.ordering.Order;
import io.qudao.ordering.OrderAction;
import io.qudao.ordering.OrderId;
import io.qudao.ordering.OrderLine;
import io.qudao.ordering.OrderQuery;
import io.qudao.ordering.Orders;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Ships while holding the order's lock; receives into the buyer's own stock. */
@Component
@Transactional
class JdbcShipments implements Shipments {
    private static final String DOCUMENT = "shipment";

    private final Orders orders;
    private final ShipmentRows rows;
    private final Stock stock;
    private final Warehouses warehouses;
    private final ShipmentActions actions;
    private final Sources sources;

    JdbcShipments(
            Orders orders,
            ShipmentRows rows,
            Stock stock,
            Warehouses warehouses,
            ShipmentActions actions,
            Sources sources) {
        this.orders = orders;
        this.rows = rows;
        this.stock = stock;
        this.warehouses = warehouses;
        this.actions = actions;
        this.sources = sources;
    }

    @Override
    public Shipment ship(OrderId id, ShipOptions options) {
        return sources.keys()
                .once(
                        ShipmentKey.of(id, options),
                        () -> shipNow(id, options),
                        shipment -> Made.of(shipment.id().value()),
                        before -> get(new ShipmentId(before.id())));
    }

    private Shipment shipNow(OrderId id, ShipOptions options) {
        var order = orders.lockForShipping(id);
        if (!order.actions().contains(OrderAction.SHIP)) {
            throw new ProblemException(FulfillmentProblem.NOT_SHIPPABLE, order.status());
        }
        var goods = goods(order, options.goods());
        var shipment = shipment(order, goods, options);
        var warehouse = order.summary().parties().warehouse();
        rows.insert(shipment, warehouse, options);
        orders.shipped(order, goods, shipment.shippedAt());
        stock.issue(document(shipment.id()), id.value(), warehouse, demands(shipment.lines()));
        return actions.allow(shipment);
    }

    @Override
    public Shipment receive(ShipmentId id, Map<Integer, Long> counted) {
        var shipment = rows.lock(id).filter(actions::isParty).orElseThrow(JdbcShipments::notFound);
        actions.requireReceivable(shipment);
        var received = received(shipment, counted);
        var now = sources.clock().instant();
        rows.received(id, received, now);
        var arrived = shipment.lines().stream()
                .map(line -> new Demand(line.sku(), received.getOrDefault(line.orderLine(), 0L)))
                .toList();
        stock.receive(
                document(id),
                MovementKind.RECEIPT,
                warehouses.serving(shipment.buyer()).id(),
                arrived);
        orders.received(shipment.order(), () -> rows.allReceived(shipment.order()), now);
        return actions.allow(rows.find(id).orElseThrow(JdbcShipments::notFound));
    }

    @Override
    @Transactional(readOnly = true)
    public Shipment get(ShipmentId shipment) {
        return rows.find(shipment).filter(actions::isParty).map(actions::allow).orElseThrow(JdbcShipments::notFound);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Shipment> of(OrderId order) {
        return rows.of(orders.get(order).id()).stream().map(actions::allow).toList();
    }

    @Override
    @Transactional(readOnly = true)
    public Slice<Shipment> list(
            OrderQuery.Side side, @Nullable ShipmentStatus status, @Nullable String cursor, int limit) {
        return rows.page(side, status, cursor, limit).map(actions::allow);
    }

    /**
     * Returns the base units to ship by line: the requested ones, limited by what is open (F1), or everything that is
     * open.
     */
    private static Map<Integer, Long> goods(Order order, Map<Integer, Long> asked) {
        var open = new LinkedHashMap<Integer, Long>();
        order.lines().stream().filter(line -> line.open() > 0).forEach(line -> open.put(line.number(), line.open()));
        var violations = new ArrayList<Violation>();
        asked.forEach((number, quantity) -> {
            long most = open.getOrDefault(number, 0L);
            if (quantity <= 0 || quantity > most) {
                violations.add(Violation.of("lines[" + number + "].quantity", "range", 1, most));
            }
        });
        ProblemException.failIfAny(FulfillmentProblem.INVALID_LINES, violations);
        if (open.isEmpty()) {
            throw new ProblemException(FulfillmentProblem.NOTHING_TO_SHIP);
        }
        return asked.isEmpty() ? open : asked;
    }

    private Shipment shipment(Order order, Map<Integer, Long> goods, ShipOptions options) {
        var parties = order.summary().parties();
        return new Shipment(
                new ShipmentId(Ids.next()),
                order.number() + "-" + (rows.count(order.id()) + 1),
                order.id(),
                order.number(),
                parties.seller().id(),
                parties.buyer().id(),
                ShipmentStatus.SHIPPED,
                options.carrier(),
                options.tracking(),
                sources.clock().instant(),
                null,
                lines(order.lines(), goods),
                Set.of());
    }

    private static List<ShipmentLine> lines(List<OrderLine> lines, Map<Integer, Long> goods) {
        return lines.stream()
                .filter(line -> goods.containsKey(line.number()))
                .map(line -> new ShipmentLine(
                        line.number(), line.sku(), line.skuCode(), line.skuName(), goods.get(line.number()), null))
                .toList();
    }

    private static Map<Integer, Long> received(Shipment shipment, Map<Integer, Long> counted) {
        var received = ShipmentRows.quantities(shipment.lines());
        var violations = new ArrayList<Violation>();
        counted.forEach((number, quantity) -> {
            Long shipped = received.get(number);
            if (shipped == null || quantity < 0 || quantity > shipped) {
                violations.add(
                        Violation.of("lines[" + number + "].quantity", "range", 0, shipped == null ? 0 : shipped));
            } else {
                received.put(number, quantity);
            }
        });
        ProblemException.failIfAny(FulfillmentProblem.INVALID_LINES, violations);
        return received;
    }

    private static List<Demand> demands(List<ShipmentLine> lines) {
        return lines.stream()
                .map(line -> new Demand(line.sku(), line.quantity()))
                .toList();
    }

    private static DocumentRef document(ShipmentId shipment) {
        return new DocumentRef(DOCUMENT, shipment.value());
    }

    /** The sources of keys and instants. */
    @Component
    record Sources(IdempotencyKeys keys, Clock clock) {}

    private static ProblemException notFound() {
        return new ProblemException(CommonProblem.NOT_FOUND);
    }
}
