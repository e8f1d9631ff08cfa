package io.qudao.gateway.rate.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.qudao.gateway.GatewaySettings.Allowance;
import io.qudao.gateway.RateLevel;
import io.qudao.gateway.RunningGateway;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RatesIntegrationTests {
    private static final Instant NOW = Instant.parse("2026-11-22T00:00:00Z");

    private static RunningGateway gateway;

    @BeforeAll
    static void start() {
        gateway = new RunningGateway(1);
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    private static Rates rates(Instant now) {
        return new Rates(gateway.bean(RedisRates.class), Clock.fixed(now, ZoneOffset.UTC));
    }

    private static Bucket bucket(int perSecond, int burst) {
        return new Bucket("qudao:{test}:rate:" + UUID.randomUUID(), new Allowance(perSecond, burst));
    }

    private static RateVerdict draw(Rates rates, Bucket... buckets) {
        return rates.draw(List.of(buckets)).blockOptional().orElseThrow();
    }

    @Test
    void letsNoMoreThroughThanAllowedWhateverTheNumberOfGateways() throws Exception {
        int threads = 8;
        int perSecond = 500;
        int burst = 1_000;
        Bucket bucket = bucket(perSecond, burst);
        List<Rates> gateways = List.of(rates(NOW), rates(NOW));
        long began = System.nanoTime();
        int passed = 0;
        try (var pool = Executors.newFixedThreadPool(threads)) {
            List<Callable<Integer>> clients = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                Rates rates = gateways.get(i % gateways.size());
                clients.add(() -> passed(rates, bucket, burst / 4));
            }
            for (var client : pool.invokeAll(clients)) {
                passed += client.get();
            }
        }
        double seconds = Duration.ofNanos(System.nanoTime() - began).toNanos() / 1e9;
        int held = threads * perSecond / 50;
        assertThat((double) passed).isBetween((double) burst - held, burst + perSecond * seconds + 1);
    }

    private static int passed(Rates rates, Bucket bucket, int calls) {
        int passed = 0;
        for (int i = 0; i < calls; i++) {
            if (draw(rates, bucket) instanceof RateVerdict.Allowed) {
                passed++;
            }
        }
        return passed;
    }

    /** In Redis this bucket would be full again after every call. */
    @Test
    void asksRedisOncePerDraw() {
        Bucket bucket = bucket(50_000, 2_000);
        Rates rates = rates(NOW);
        for (int left = 1_999; left >= 1_000; left--) {
            int expected = left;
            assertThat(draw(rates, bucket))
                    .isInstanceOfSatisfying(
                            RateVerdict.Allowed.class,
                            allowed -> assertThat(allowed.level().remaining()).isEqualTo(expected));
        }
    }

    @Test
    void takesNothingWhenOneBucketIsEmpty() {
        Bucket wide = bucket(5_000, 10_000);
        Bucket narrow = bucket(1, 1);
        Rates rates = rates(NOW);
        int passed = 0;
        RateVerdict verdict = draw(rates, wide, narrow);
        while (verdict instanceof RateVerdict.Allowed) {
            passed++;
            verdict = draw(rates, wide, narrow);
        }
        assertThat(passed).isPositive();
        assertThat(verdict).isInstanceOfSatisfying(RateVerdict.Exceeded.class, exceeded -> {
            assertThat(exceeded.level().limit()).isOne();
            assertThat(exceeded.retryAfter()).isOne();
        });
        int left = wide.allowance().burst() - passed - 1;
        assertThat(draw(rates, wide))
                .isInstanceOfSatisfying(
                        RateVerdict.Allowed.class,
                        allowed -> assertThat(allowed.level().remaining()).isEqualTo(left));
    }

    @Test
    void losesWhatIsNotNeededWithinASecond() {
        DrawnTokens drawn = new DrawnTokens(10);
        drawn.add(new TokenDraw(5, 5, 1, 0), NOW);
        assertThat(drawn.take(NOW.plusSeconds(1))).isTrue();
        assertThat(drawn.level()).isEqualTo(new RateLevel(10, 8, 1));
        assertThat(drawn.take(NOW.plusSeconds(1).plusMillis(1))).isFalse();
        drawn.add(new TokenDraw(3, 4, 1, 0), NOW.plusSeconds(2));
        assertThat(drawn.level()).isEqualTo(new RateLevel(10, 6, 1));
    }
}
