package io.qudao.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import io.qudao.credit.Credit;
import io.qudao.inventory.Stock;
import io.qudao.tenancy.TenantScope;
import io.qudao.testing.EngineTestApplication;
import io.qudao.testing.TestStack;
import io.qudao.testing.TradeFixture;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.ContextConfiguration;

/** Many at once, on a real database. */
@SpringBootTest(classes = EngineTestApplication.class)
@ContextConfiguration(initializers = TestStack.class)
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
