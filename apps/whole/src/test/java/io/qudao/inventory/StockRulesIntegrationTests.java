package io.qudao.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qudao.kernel.Ids;
import io.qudao.kernel.ProblemException;
import io.qudao.testing.HttpTest;
import io.qudao.testing.TradeFixture;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** One SKU of one warehouse, 100 on hand. */
@HttpTest
class StockRulesIntegrationTests {
    @Autowired
    private ApplicationContext context;

    @Autowired
    private Stock stock;

    @Autowired
    private JdbcClient jdbc;

    private TradeFixture trade;
    private Warehouse warehouse;
    private DocumentRef order;

    @BeforeEach
    void open() {
        trade = TradeFixture.in(context);
        warehouse = trade.asPlatform(
                () -> trade.transaction(() -> context.getBean(Warehouses.class).serving(trade.distributor.id())));
        order = new DocumentRef("order", Ids.next());
    }

    @Test
    void countsOnHandReservedAndAvailable() { // I1
        reserve(30);
        assertThat(figures()).containsExactly(100L, 30L, 70L);
        ship(10);
        assertThat(figures()).containsExactly(90L, 20L, 70L);
        trade.as(trade.distributor, () -> {
            stock.adjust(warehouse.id(), trade.cola.id(), -5, "count");
            return true;
        });
        assertThat(figures()).containsExactly(85L, 20L, 65L);
        assertThat(moved()).isEqualTo(85);
        assertThat(trade.as(trade.distributor, () -> stock.movements(warehouse.id(), trade.cola.id(), null, 10))
                        .items())
                .extracting(StockMovement::kind)
                .containsExactly(MovementKind.ADJUSTMENT, MovementKind.SHIPMENT, MovementKind.OPENING);
    }

    @Test
    void promisesNoMoreThanIsThere() { // I2
        assertThat(reserve(101)).isInstanceOf(Reservation.Shortfall.class);
        reserve(60);
        assertThatThrownBy(() -> trade.as(trade.distributor, () -> {
                    stock.adjust(warehouse.id(), trade.cola.id(), -41, "count");
                    return true;
                }))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.problem()).isEqualTo(InventoryProblem.BELOW_RESERVED));
        assertThatThrownBy(() -> set("reserved = 101")).isInstanceOf(DataIntegrityViolationException.class);
        assertThatThrownBy(() -> set("on_hand = 59")).isInstanceOf(DataIntegrityViolationException.class);
        assertThatThrownBy(() -> set("reserved = -1")).isInstanceOf(DataIntegrityViolationException.class);
        assertThat(figures()).containsExactly(100L, 60L, 40L);
    }

    @Test
    void sumsDemandOfOneSku() { // I3
        var twice = List.of(new Demand(trade.cola.id(), 60), new Demand(trade.cola.id(), 60));
        var short_ = trade.asPlatform(() -> trade.transaction(() -> stock.reserve(order, warehouse.id(), twice)));
        assertThat(short_)
                .isEqualTo(new Reservation.Shortfall(List.of(new Reservation.Shortage(trade.cola.id(), 120, 100))));
    }

    @Test
    void reservesTheSameTargetOnce() { // I4
        reserve(30);
        reserve(30);
        assertThat(figures()).containsExactly(100L, 30L, 70L);
        reserve(80);
        assertThat(figures()).containsExactly(100L, 80L, 20L);
        reserve(10);
        assertThat(figures()).containsExactly(100L, 10L, 90L);
        reserve(0);
        assertThat(figures()).containsExactly(100L, 0L, 100L);
        assertThat(trade.count("apps.stock_reservation")).isZero();
    }

    @Test
    void takesAnotherReservationOnlyWhole() { // PC-19
        set("on_hand = 60");
        reserve(48);
        assertThat(figures()).containsExactly(60L, 48L, 12L);
        reserve(60);
        assertThat(figures()).containsExactly(60L, 60L, 0L);
        assertThat(reserve(61))
                .isEqualTo(new Reservation.Shortfall(List.of(new Reservation.Shortage(trade.cola.id(), 61, 60))));
        assertThat(figures()).containsExactly(60L, 60L, 0L);
        reserve(30);
        assertThat(figures()).containsExactly(60L, 30L, 30L);
    }

    @Test
    void givesBackOnce() { // I5
        reserve(30);
        release();
        release();
        assertThat(figures()).containsExactly(100L, 0L, 100L);
    }

    @Test
    void shipsFromReservationAndHandTogether() { // I5
        reserve(30);
        ship(30);
        assertThat(figures()).containsExactly(70L, 0L, 70L);
        release();
        assertThat(figures()).containsExactly(70L, 0L, 70L);
        assertThatThrownBy(() -> ship(1)).isInstanceOf(IllegalStateException.class);
        assertThat(figures()).containsExactly(70L, 0L, 70L);
        assertThat(moved()).isEqualTo(70);
    }

    @Test
    void tellsOfCountersThatAreNotTheirSums() { // I6
        reserve(30);
        assertThat(differences(trade.distributor)).isEmpty();
        set("on_hand = on_hand + 1");
        set("reserved = reserved + 2");
        assertThat(differences(trade.distributor))
                .containsExactly(new StockDifference(warehouse.id(), trade.cola.id(), 101, 100, 32, 30));
        assertThat(differences(trade.outlet)).isEmpty(); // T2
    }

    @Test
    void forgetsAFirstWarehouseThatWasRolledBack() {
        var warehouses = context.getBean(Warehouses.class);
        var owner = trade.outlet.id();
        var undone = trade.asPlatform(
                () -> context.getBean(TransactionTemplate.class).execute(status -> {
                    warehouses.serving(owner);
                    status.setRollbackOnly();
                    return warehouses.serving(owner);
                }));
        var kept = trade.asPlatform(() -> trade.transaction(() -> warehouses.serving(owner)));
        assertThat(kept).isNotEqualTo(undone);
        assertThat(trade.as(trade.outlet, warehouses::mine)).containsExactly(kept);
        assertThat(trade.asPlatform(() -> trade.transaction(() -> warehouses.serving(owner))))
                .isEqualTo(kept);
    }

    private List<StockDifference> differences(io.qudao.partner.Partner partner) {
        return trade.as(partner, stock::differences);
    }

    private Reservation reserve(long quantity) {
        return trade.asPlatform(() -> trade.transaction(
                () -> stock.reserve(order, warehouse.id(), List.of(new Demand(trade.cola.id(), quantity)))));
    }

    private void ship(long quantity) {
        trade.asPlatform(() -> trade.transaction(() -> {
            stock.issue(
                    new DocumentRef("shipment", Ids.next()),
                    order.id(),
                    warehouse.id(),
                    List.of(new Demand(trade.cola.id(), quantity)));
            return true;
        }));
    }

    private void release() {
        trade.asPlatform(() -> trade.transaction(() -> {
            stock.release(order);
            return true;
        }));
    }

    private void set(String assignment) {
        trade.asPlatform(() -> trade.transaction(() -> jdbc.sql("update apps.stock /* past the one way */ set "
                        + assignment + " where tenant_id = ? and warehouse_id = ? and sku_id = ?")
                .params(
                        trade.tenant.id().value(),
                        warehouse.id().value(),
                        trade.cola.id().value())
                .update()));
    }

    private long moved() {
        return trade.asPlatform(() -> trade.transaction(() -> jdbc.sql(
                        "select sum(quantity)::bigint from apps.stock_movement where tenant_id = ? and warehouse_id ="
                                + " ? and sku_id = ?")
                .params(
                        trade.tenant.id().value(),
                        warehouse.id().value(),
                        trade.cola.id().value())
                .query(Long.class)
                .single()));
    }

    private List<Long> figures() {
        var level = trade.as(trade.distributor, () -> stock.levels(List.of(trade.cola.id()), null, 10))
                .items()
                .getFirst();
        return List.of(level.onHand(), level.reserved(), level.available());
    }
}
