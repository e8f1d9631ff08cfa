package io.qudao.ordering;

import static io.qudao.ordering.OrderAction.APPROVE;
import static io.qudao.ordering.OrderAction.CANCEL;
import static io.qudao.ordering.OrderAction.CLOSE;
import static io.qudao.ordering.OrderAction.REJECT;
import static io.qudao.ordering.OrderAction.REORDER;
import static io.qudao.ordering.OrderAction.RETRY;
import static io.qudao.ordering.OrderAction.SHIP;
import static io.qudao.ordering.OrderAction.SUBMIT;
import static org.assertj.core.api.Assertions.assertThat;

import io.qudao.fulfillment.ShipmentAction;
import io.qudao.fulfillment.Shipments;
import io.qudao.fulfillment.Shipments.ShipOptions;
import io.qudao.ordering.Orders.PlaceOptions;
import io.qudao.partner.Partner;
import io.qudao.tenancy.Caller;
import io.qudao.tenancy.TenantScope;
import io.qudao.testing.ApiClient;
import io.qudao.testing.HttpTest;
import io.qudao.testing.StatementCounter;
import io.qudao.testing.TradeFixture;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** What may be done with an order now is one answer, in its body, in lists and in what the facade then does. */
@HttpTest
class OrderActionsIntegrationTests {
    @Autowired
    private ApplicationContext context;

    private Orders orders;
    private Shipments shipments;
    private TradeFixture trade;

    @BeforeEach
    void open() {
        trade = TradeFixture.in(context);
        orders = trade.bean(Orders.class);
        shipments = trade.bean(Shipments.class);
    }

    @Test
    void followsAnOrderThroughItsLife() {
        var draft = accepted(
                trade.as(trade.outlet, () -> orders.place(trade.wish(5, "each"), new PlaceOptions("d", false, null))));
        assertThat(draft.actions()).containsExactlyInAnyOrder(SUBMIT, CANCEL, REORDER);
        var id = draft.id();
        assertActions(id, Set.of(SUBMIT, CANCEL, REORDER), Set.of(SUBMIT, CANCEL));
        var submitted = accepted(trade.as(trade.outlet, () -> orders.submit(id, null)));
        assertThat(submitted.actions()).containsExactlyInAnyOrder(CANCEL, REORDER);
        assertActions(id, Set.of(CANCEL, REORDER), Set.of(APPROVE, REJECT, CANCEL));
        var approved = trade.as(trade.distributor, () -> orders.approve(id, null));
        assertThat(approved.actions()).containsExactlyInAnyOrder(SHIP, CANCEL);
        assertThat(approved).isEqualTo(trade.as(trade.distributor, () -> orders.get(id)));
        assertActions(id, Set.of(REORDER), Set.of(SHIP, CANCEL));
        var shipment =
                trade.as(trade.distributor, () -> shipments.ship(id, new ShipOptions(Map.of(1, 2L), null, null, null)));
        assertThat(shipment.actions()).isEmpty();
        assertThat(trade.as(trade.outlet, () -> shipments.get(shipment.id())).actions())
                .containsExactly(ShipmentAction.RECEIVE);
        assertActions(id, Set.of(REORDER), Set.of(SHIP, CLOSE));
        assertThat(trade.as(trade.outlet, () -> shipments.receive(shipment.id(), Map.of()))
                        .actions())
                .isEmpty();
        var closed = trade.as(trade.distributor, () -> orders.close(id, "x"));
        assertThat(closed.actions()).isEmpty();
        assertActions(id, Set.of(REORDER), Set.of());
    }

    @Test
    void letsAHeldOrderBeTriedAgainOrRejected() { // C3
        trade.limit(trade.distributor, trade.outlet, "1.00");
        var held = ((Submission.CreditHeld) trade.submit(1, "each")).order();
        assertThat(held.actions()).containsExactlyInAnyOrder(RETRY, CANCEL, REORDER);
        assertActions(held.id(), Set.of(RETRY, CANCEL, REORDER), Set.of(RETRY, REJECT, CANCEL));
        var rejected = trade.as(trade.distributor, () -> orders.reject(held.id(), "credit"));
        assertThat(rejected.status()).isEqualTo(OrderStatus.REJECTED);
        assertThat(rejected.summary().isHeld()).isFalse();
        assertThat(trade.as(trade.distributor, () -> orders.get(held.id()))).isEqualTo(rejected);
        assertThat(trade.available(trade.distributor, trade.cola)).isEqualTo(100);
    }

    @Test
    void locksAndReadsAnOrderOnceToApproveIt() throws Exception {
        var order = accepted(trade.submit(1, "each")).id();
        var seller = trade.member(trade.distributor);
        var statements =
                TenantScope.call(seller, () -> StatementCounter.textsDuring(() -> orders.approve(order, null)));
        assertThat(statements)
                .filteredOn(text -> text.contains("from apps.sales_order"))
                .singleElement()
                .asString()
                .endsWith(" for no key update");
        assertThat(statements)
                .filteredOn(text -> text.contains("from apps.order_line"))
                .hasSize(1);
    }

    @Test
    void countsThePermissionsOfTheCaller() {
        var order = accepted(trade.submit(1, "each"));
        assertThat(actions(order.id(), caller(trade.distributor, "order.read"))).isEmpty();
        assertThat(actions(order.id(), caller(trade.distributor, "order.read", "order.approve")))
                .containsExactlyInAnyOrder(APPROVE, REJECT);
        assertThat(actions(order.id(), caller(trade.outlet, "order.read", "order.cancel")))
                .containsExactly(CANCEL);
    }

    @Test
    void leavesADecisionToThePartnerWhoDecides() {
        var order = accepted(trade.submit(1, "each"));
        assertThat(actions(order.id(), caller(trade.head, "*"))).containsExactly(CANCEL);
    }

    @Test
    void isInTheBodyOfAnOrderAndInLists() {
        var order = accepted(trade.submit(1, "each"));
        ApiClient seller = trade.client(trade.distributor, "dealer");
        var body = seller.get("/api/v1/orders/" + order.id().value()).json().path("order");
        assertThat(body.path("actions").toString()).isEqualTo("[\"APPROVE\",\"REJECT\",\"CANCEL\"]");
        assertThat(seller.get("/api/v1/orders?side=sell").json().path("items").path(0))
                .isEqualTo(body);
        seller.post("/api/v1/orders/" + order.id().value() + "/approve", "{}");
        var shipment = seller.post("/api/v1/orders/" + order.id().value() + "/shipments", "{}")
                .json();
        assertThat(shipment.path("actions").toString()).isEqualTo("[]");
        assertThat(trade.client(trade.outlet, "dealer")
                        .get("/api/v1/shipments/" + shipment.path("id").asString())
                        .json()
                        .path("actions")
                        .toString())
                .isEqualTo("[\"RECEIVE\"]");
    }

    private void assertActions(OrderId order, Set<OrderAction> buyer, Set<OrderAction> seller) {
        assertThat(actions(order, trade.member(trade.outlet))).isEqualTo(buyer);
        assertThat(actions(order, trade.member(trade.distributor))).isEqualTo(seller);
        assertThat(trade.as(trade.distributor, () -> orders.list(OrderQuery.of(OrderQuery.Side.SELL)))
                        .items()
                        .getFirst()
                        .actions())
                .isEqualTo(seller);
    }

    private Set<OrderAction> actions(OrderId order, Caller caller) {
        return TenantScope.call(caller, () -> orders.get(order)).actions();
    }

    private Caller caller(Partner partner, String... permissions) {
        var somebody = trade.member(partner);
        return new Caller(
                trade.tenant,
                somebody.member(),
                somebody.name(),
                somebody.partner(),
                Set.of(permissions),
                trade.tenant.locale());
    }

    private static Order accepted(Submission submission) {
        return ((Submission.Accepted) submission).order();
    }
}
