package io.qudao.ordering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qudao.credit.Credit;
import io.qudao.fulfillment.FulfillmentProblem;
import io.qudao.fulfillment.Shipment;
import io.qudao.fulfillment.Shipments;
import io.qudao.fulfillment.Shipments.ShipOptions;
import io.qudao.inventory.Stock;
import io.qudao.kernel.Money;
import io.qudao.kernel.ProblemCode;
import io.qudao.kernel.ProblemException;
import io.qudao.kernel.Quantity;
import io.qudao.ordering.Orders.PlaceOptions;
import io.qudao.testing.HttpTest;
import io.qudao.testing.TradeFixture;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** What is left of a partly shipped order is closed short: seven colas and three teas at 12.50, five colas shipped. */
@HttpTest
class ClosedOrdersIntegrationTests {
    @Autowired
    private ApplicationContext context;

    @Autowired
    private Orders orders;

    @Autowired
    private Shipments shipments;

    private TradeFixture trade;
    private OrderId order;
    private Shipment shipment;

    @BeforeEach
    void shipAPart() {
        trade = TradeFixture.in(context);
        var lines = List.of(
                new OrderDraft.Line(trade.cola.id(), new Quantity(7, "each")),
                new OrderDraft.Line(trade.tea.id(), new Quantity(3, "each")));
        var draft = OrderDraft.of(trade.distributor.id(), trade.outlet.id(), lines);
        var placed = trade.as(trade.outlet, () -> orders.place(draft, new PlaceOptions("k", true, null)));
        order = ((Submission.Accepted) placed).order().id();
        trade.as(trade.distributor, () -> orders.approve(order, null));
        shipment = trade.as(
                trade.distributor, () -> shipments.ship(order, new ShipOptions(Map.of(1, 5L), null, null, null)));
    }

    @Test
    void givesBackWhatIsLeftOnce() { // I5, O2, C2
        assertThat(exposure()).isEqualTo(trade.yuan("125.00"));
        assertThat(trade.available(trade.distributor, trade.cola)).isEqualTo(93);
        var closed = close();
        assertThat(closed.status()).isEqualTo(OrderStatus.CLOSED);
        assertThat(closed.lines()).extracting(OrderLine::shipped).containsExactly(5L, 0L);
        assertThat(closed.lines()).extracting(OrderLine::cancelled).containsExactly(2L, 3L);
        assertThat(closed.history().getLast())
                .returns(OrderStatus.PARTLY_SHIPPED, Transition::from)
                .returns("停产", Transition::reason)
                .returns(trade.distributor.name(), Transition::actorName);
        assertThat(closed).isEqualTo(trade.as(trade.distributor, () -> orders.get(order)));
        assertThat(exposure()).isEqualTo(trade.yuan("62.50"));
        assertThat(trade.available(trade.distributor, trade.cola)).isEqualTo(95);
        assertThat(trade.available(trade.distributor, trade.tea)).isEqualTo(100);
        assertRefused(OrderingProblem.WRONG_STATUS, this::close);
        assertThat(exposure()).isEqualTo(trade.yuan("62.50"));
        assertCountersEqualTheirRows();
    }

    @Test
    void shipsNothingMore() { // O1
        close();
        assertRefused(
                FulfillmentProblem.NOT_SHIPPABLE,
                () -> trade.as(trade.distributor, () -> shipments.ship(order, ShipOptions.everything())));
    }

    @Test
    void receivesWhatIsOnItsWay() {
        close();
        trade.as(trade.outlet, () -> shipments.receive(shipment.id(), Map.of()));
        assertThat(trade.available(trade.outlet, trade.cola)).isEqualTo(5);
        assertThat(trade.as(trade.outlet, () -> orders.get(order)).status()).isEqualTo(OrderStatus.CLOSED);
    }

    @Test
    void isTheSellersToDoAndNeedsAReason() {
        assertRefused(OrderingProblem.NOT_A_PARTY, () -> trade.as(trade.outlet, () -> orders.close(order, "x")));
        assertRefused(
                OrderingProblem.REASON_MISSING, () -> trade.as(trade.distributor, () -> orders.close(order, " ")));
        var submitted = ((Submission.Accepted) trade.submit(1, "each")).order().id();
        assertRefused(
                OrderingProblem.WRONG_STATUS, () -> trade.as(trade.distributor, () -> orders.close(submitted, "x")));
    }

    @Test
    void endsOnceWhenSeveralCloseAndShipAtOnce() throws Exception { // I5, O1
        var work = new ArrayList<Callable<Boolean>>();
        for (int i = 0; i < 4; i++) {
            work.add(() -> succeeds(this::close));
            work.add(() ->
                    succeeds(() -> trade.as(trade.distributor, () -> shipments.ship(order, ShipOptions.everything()))));
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            int succeeded = 0;
            for (var one : threads.invokeAll(work)) {
                succeeded += one.get() ? 1 : 0;
            }
            assertThat(succeeded).isEqualTo(1);
        }
        boolean closed = trade.as(trade.distributor, () -> orders.get(order)).status() == OrderStatus.CLOSED;
        assertThat(exposure()).isEqualTo(trade.yuan(closed ? "62.50" : "125.00"));
        assertThat(trade.available(trade.distributor, trade.tea)).isEqualTo(closed ? 100 : 97);
        assertCountersEqualTheirRows();
    }

    private Order close() {
        return trade.as(trade.distributor, () -> orders.close(order, "停产"));
    }

    private Money exposure() {
        var account = trade.account(trade.distributor, trade.outlet);
        return trade.as(trade.outlet, () -> context.getBean(Credit.class).standing(account))
                .exposure();
    }

    private void assertCountersEqualTheirRows() { // I6
        assertThat(trade.asPlatform(() -> context.getBean(Stock.class).differences()))
                .isEmpty();
        assertThat(trade.asPlatform(() -> context.getBean(Credit.class).differences()))
                .isEmpty();
    }

    private static boolean succeeds(Runnable work) {
        try {
            work.run();
            return true;
        } catch (ProblemException refused) {
            return false;
        }
    }

    private static void assertRefused(ProblemCode problem, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem()).isEqualTo(problem));
    }
}
