package io.qudao.ordering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qudao.approval.ApprovalProblem;
import io.qudao.approval.Approvals;
import io.qudao.approval.Decision;
import io.qudao.credit.Credit;
import io.qudao.inventory.Stock;
import io.qudao.kernel.ProblemException;
import io.qudao.tenancy.TenantScope;
import io.qudao.testing.HttpTest;
import io.qudao.testing.TradeFixture;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Many at once, on a real database. */
@HttpTest
class OrderRacesIntegrationTests {
    @Autowired
    private ApplicationContext context;

    @Test
    void sellsExactlyWhatIsThere() throws Exception { // I9
        var trade = TradeFixture.in(context);
        var results = all(1_000, () -> trade.submit(1, "each"));
        assertThat(results.stream().filter(Submission.Accepted.class::isInstance))
                .hasSize(100);
        assertThat(results.stream().filter(Submission.OutOfStock.class::isInstance))
                .hasSize(900);
        assertThat(trade.available(trade.distributor, trade.cola)).isZero();
        assertThat(trade.asPlatform(() -> context.getBean(Stock.class).differences()))
                .isEmpty();
        assertThat(trade.asPlatform(() -> context.getBean(Credit.class).differences()))
                .isEmpty();
    }

    @Test
    void neverPassesTheLimitTogether() throws Exception { // C3
        var trade = TradeFixture.in(context);
        trade.limit(trade.distributor, trade.outlet, "130.00");
        var results = all(40, () -> trade.submit(1, "each"));
        assertThat(results.stream().filter(Submission.Accepted.class::isInstance))
                .hasSize(10);
        assertThat(results.stream().filter(Submission.CreditHeld.class::isInstance))
                .hasSize(30);
        assertThat(trade.available(trade.distributor, trade.cola)).isEqualTo(90);
    }

    @Test
    void makesOneOrderOfOneKeyUnderContention() throws Exception { // O3
        var trade = TradeFixture.in(context);
        var member = trade.member(trade.outlet);
        var orders = context.getBean(Orders.class);
        var results = all(
                20,
                () -> TenantScope.call(
                        member,
                        () -> orders.place(trade.wish(1, "each"), new Orders.PlaceOptions("same", true, null))));
        assertThat(results.stream()
                        .map(result -> ((Submission.Accepted) result).order().id())
                        .distinct())
                .hasSize(1);
        assertThat(trade.available(trade.distributor, trade.cola)).isEqualTo(99);
    }

    @Test
    void locksInOneOrderSoThatNobodyIsLockedOut() throws Exception { // I9, C3
        var trade = TradeFixture.in(context);
        trade.stockUp(trade.distributor, 10_000);
        long before = deadlocks(trade);
        var buyers = List.of(trade.outlet, trade.otherOutlet);
        var results = all(400, () -> {
            var buyer = buyers.get(ThreadLocalRandom.current().nextInt(2));
            return trade.throughTheHouse(buyer, ThreadLocalRandom.current().nextBoolean());
        });
        assertThat(results).hasSize(400).allMatch(Submission.Accepted.class::isInstance);
        assertThat(trade.available(trade.distributor, trade.cola)).isEqualTo(10_100 - 400);
        assertThat(trade.asPlatform(() -> context.getBean(Stock.class).differences()))
                .isEmpty();
        assertThat(trade.asPlatform(() -> context.getBean(Credit.class).differences()))
                .isEmpty();
        assertThat(deadlocks(trade)).isEqualTo(before);
    }

    @Test
    void letsABuyerCancelWhileTheSellerDecidesInTheInbox() throws Exception { // O1
        var trade = TradeFixture.in(context);
        var order = ((Submission.Accepted) trade.submit(1, "each")).order().id();
        var approvals = context.getBean(Approvals.class);
        var waiting = trade.as(trade.distributor, () -> approvals.inbox(null, 10))
                .items()
                .getFirst();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var decision = new AtomicReference<Future<?>>();
            var cancelled = trade.as(
                    trade.outlet,
                    () -> trade.transaction(() -> {
                        lock(trade, order);
                        var deciding = threads.submit(() -> trade.as(
                                trade.distributor, () -> approvals.decide(waiting.id(), Decision.APPROVE, null)));
                        decision.set(deciding);
                        assertThatThrownBy(() -> deciding.get(1, TimeUnit.SECONDS))
                                .isInstanceOf(TimeoutException.class);
                        return context.getBean(Orders.class).cancel(order, "No longer wanted");
                    }));
            assertThat(cancelled.status()).isEqualTo(OrderStatus.CANCELLED);
            assertThatThrownBy(() -> decision.get().get())
                    .cause()
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            refused -> assertThat(refused.problem()).isEqualTo(ApprovalProblem.NOTHING_WAITS));
        }
    }

    /** Locks the order, as every action on an order does first. */
    private void lock(TradeFixture trade, OrderId order) {
        context.getBean(JdbcClient.class)
                .sql("select id from apps.sales_order where tenant_id = ? and id = ? for no key update")
                .params(trade.tenant.id().value(), order.value())
                .query(UUID.class)
                .single();
    }

    /** Deadlocks that the database has ended so far. */
    private long deadlocks(TradeFixture trade) {
        return trade.asPlatform(() -> trade.transaction(() -> context.getBean(JdbcClient.class)
                .sql("select deadlocks from pg_stat_database where datname = current_database()")
                .query(Long.class)
                .single()));
    }

    private static List<Submission> all(int times, Supplier<Submission> work)
            throws InterruptedException, ExecutionException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = new ArrayList<Future<Submission>>();
            for (int i = 0; i < times; i++) {
                running.add(threads.submit(work::get));
            }
            var results = new ArrayList<Submission>();
            for (var one : running) {
                results.add(one.get());
            }
            return results;
        }
    }
}
