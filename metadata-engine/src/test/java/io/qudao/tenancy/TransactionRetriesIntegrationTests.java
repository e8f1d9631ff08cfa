package io.qudao.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import io.qudao.testing.HttpTest;
import io.qudao.testing.TenantFixture;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Two transactions that lock each other out on a real database: the one that is ended runs again. */
@HttpTest
class TransactionRetriesIntegrationTests {
    @Autowired
    private ApplicationContext context;

    @Autowired
    private Locking locking;

    @Autowired
    private TransactionTemplate transaction;

    @Test
    void repeatsWhatAnnotationsOpen() throws Exception {
        assertThat(tries(locking::both)).isEqualTo(3);
    }

    @Test
    void repeatsWhatCodeOpens() throws Exception {
        assertThat(tries((first, meeting) -> transaction.executeWithoutResult(status -> locking.both(first, meeting))))
                .isEqualTo(3);
    }

    /** Two at once, one from each side: how often they began in all. */
    private int tries(Crossing crossing) throws Exception {
        var tenant = TenantFixture.create(context);
        var meeting = new Meeting(new CyclicBarrier(2), new AtomicInteger());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = List.of(1, 2).stream()
                    .map(first -> threads.submit(
                            () -> TenantScope.run(Caller.platform(tenant), () -> crossing.run(first, meeting))))
                    .toList();
            for (var one : running) {
                one.get();
            }
        }
        return meeting.begun().get();
    }

    private interface Crossing {
        void run(int first, Meeting meeting);
    }

    /** Where both wait until each has its first lock; only the first two tries wait. */
    record Meeting(CyclicBarrier barrier, AtomicInteger begun) {
        void begin() {
            begun.incrementAndGet();
        }

        void meet() {
            if (begun.get() <= 2) {
                try {
                    barrier.await();
                } catch (InterruptedException | BrokenBarrierException stopped) {
                    throw new IllegalStateException(stopped);
                }
            }
        }
    }

    @Component
    static class Locking {
        private final JdbcClient jdbc;

        Locking(JdbcClient jdbc) {
            this.jdbc = jdbc;
        }

        @Transactional
        public void both(int first, Meeting meeting) {
            meeting.begin();
            lock(first);
            meeting.meet();
            lock(3 - first);
        }

        private void lock(int number) {
            jdbc.sql("select pg_advisory_xact_lock(77120, ?)")
                    .param(number)
                    .query()
                    .listOfRows();
        }
    }
}
