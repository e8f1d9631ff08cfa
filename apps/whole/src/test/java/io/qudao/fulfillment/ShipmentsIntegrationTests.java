package io.qudao.fulfillment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qudao.credit.Credit;
import io.qudao.fulfillment.Shipments.ShipOptions;
import io.qudao.inventory.Stock;
import io.qudao.kernel.ProblemException;
import io.qudao.ordering.Order;
import io.qudao.ordering.OrderStatus;
import io.qudao.ordering.Orders;
import io.qudao.ordering.Submission;
import io.qudao.testing.HttpTest;
import io.qudao.testing.TradeFixture;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@HttpTest
class ShipmentsIntegrationTests {
    @Autowired
    private ApplicationContext context;

    private TradeFixture trade;
    private Shipments shipments;
    private Orders orders;

    @BeforeEach
    void open() {
        trade = TradeFixture.in(context);
        shipments = context.getBean(Shipments.class);
        orders = context.getBean(Orders.class);
    }

    @Test
    void bringsGoodsFromTheSellersStockIntoTheBuyers() {
        var order = approved(10);
        var shipment = trade.as(trade.distributor, () -> shipments.ship(order.id(), ShipOptions.everything()));
        assertThat(trade.available(trade.distributor, trade.cola)).isEqualTo(90);
        assertThat(trade.available(trade.outlet, trade.cola)).isZero();
        trade.as(trade.outlet, () -> shipments.receive(shipment.id(), Map.of()));
        assertThat(trade.available(trade.outlet, trade.cola)).isEqualTo(10);
        assertThat(trade.as(trade.outlet, () -> orders.get(order.id())).status())
                .isEqualTo(OrderStatus.COMPLETED);
        assertThat(trade.asPlatform(() -> context.getBean(Stock.class).differences()))
                .isEmpty(); // I6
    }

    @Test
    void leavesExposureUnchanged() { // C2
        var order = approved(10);
        var account = trade.account(trade.distributor, trade.outlet);
        trade.as(trade.distributor, () -> shipments.ship(order.id(), part(3)));
        trade.as(trade.distributor, () -> shipments.ship(order.id(), ShipOptions.everything()));
        var standing =
                trade.as(trade.outlet, () -> context.getBean(Credit.class).standing(account));
        assertThat(standing.exposure()).isEqualTo(trade.yuan("125.00"));
        assertThat(trade.asPlatform(() -> context.getBean(Credit.class).differences()))
                .isEmpty();
    }

    @Test
    void shipsInPartsUntilNothingIsOpen() { // O2, F1
        var order = approved(10);
        trade.as(trade.distributor, () -> shipments.ship(order.id(), part(4)));
        var partly = trade.as(trade.outlet, () -> orders.get(order.id()));
        assertThat(partly.status()).isEqualTo(OrderStatus.PARTLY_SHIPPED);
        assertThat(partly.lines().getFirst().open()).isEqualTo(6);
        assertThatThrownBy(() -> trade.as(trade.distributor, () -> shipments.ship(order.id(), part(7))))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.problem()).isEqualTo(FulfillmentProblem.INVALID_LINES));
        trade.as(trade.distributor, () -> shipments.ship(order.id(), part(6)));
        assertThat(trade.as(trade.outlet, () -> orders.get(order.id())).status())
                .isEqualTo(OrderStatus.SHIPPED);
    }

    @Test
    void shipsOnceForOneKey() {
        var order = approved(10);
        var options = new ShipOptions(Map.of(1, 4L), "once", null, null);
        var shipped = trade.as(
                trade.distributor,
                () -> List.of(shipments.ship(order.id(), options), shipments.ship(order.id(), options)));
        assertThat(shipped)
                .extracting(Shipment::id)
                .containsOnly(shipped.getFirst().id());
        assertThat(trade.as(trade.outlet, () -> orders.get(order.id()))
                        .lines()
                        .getFirst()
                        .shipped())
                .isEqualTo(4);
    }

    @Test
    void refusesWhatIsNotApprovedOrNotYours() {
        var submitted = accepted(trade.submit(1, "each"));
        assertThatThrownBy(() ->
                        trade.as(trade.distributor, () -> shipments.ship(submitted.id(), ShipOptions.everything())))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.problem()).isEqualTo(FulfillmentProblem.NOT_SHIPPABLE));
        var order = approved(1);
        assertThatThrownBy(() -> trade.as(trade.outlet, () -> shipments.ship(order.id(), ShipOptions.everything())))
                .isInstanceOf(ProblemException.class);
        var shipment = trade.as(trade.distributor, () -> shipments.ship(order.id(), ShipOptions.everything()));
        assertThatThrownBy(() -> trade.as(trade.otherOutlet, () -> shipments.receive(shipment.id(), Map.of())))
                .isInstanceOf(ProblemException.class);
    }

    @Test
    void receivesOnceAndNoMoreThanWasShipped() {
        var order = approved(5);
        var shipment = trade.as(trade.distributor, () -> shipments.ship(order.id(), ShipOptions.everything()));
        assertThatThrownBy(() -> trade.as(trade.outlet, () -> shipments.receive(shipment.id(), Map.of(1, 6L))))
                .isInstanceOf(ProblemException.class);
        trade.as(trade.outlet, () -> shipments.receive(shipment.id(), Map.of(1, 4L)));
        assertThatThrownBy(() -> trade.as(trade.outlet, () -> shipments.receive(shipment.id(), Map.of())))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.problem()).isEqualTo(FulfillmentProblem.ALREADY_RECEIVED));
        assertThat(trade.available(trade.outlet, trade.cola)).isEqualTo(4);
    }

    private static ShipOptions part(long units) {
        return new ShipOptions(Map.of(1, units), null, null, null);
    }

    private Order approved(long quantity) {
        var order = accepted(trade.submit(quantity, "each"));
        return trade.as(trade.distributor, () -> orders.approve(order.id(), null));
    }

    private static Order accepted(Submission submission) {
        assertThat(submission).isInstanceOf(Submission.Accepted.class);
        return ((Submission.Accepted) submission).order();
    }
}
