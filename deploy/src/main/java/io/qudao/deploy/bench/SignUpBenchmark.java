package io.qudao.deploy.bench;

import io.qudao.deploy.replay.Latencies;
import java.util.List;

/** Signs companies up one after another through the gateway: each gets a tenant with its first admin and a program. */
final class SignUpBenchmark implements Benchmark {
    private static final int WARM_UP = 5;
    private static final int COMPANIES = 20;
    private static final double TARGET_MILLIS = 1_000;

    @Override
    public String name() {
        return "sign-up";
    }

    @Override
    public String summary() {
        return "companies that sign up, each a tenant with its first admin";
    }

    @Override
    public List<Measure> run(Bench bench) throws Exception {
        var took = new Latencies();
        for (int i = 0; i < WARM_UP + COMPANIES; i++) {
            long start = System.nanoTime();
            bench.tenant("company-" + i);
            if (i >= WARM_UP) {
                took.add(System.nanoTime() - start);
            }
        }
        return List.of(
                Measure.atMost("sign-up.p50", TARGET_MILLIS, took.percentile(0.5), "ms"),
                Measure.atMost("sign-up.slowest", TARGET_MILLIS, took.percentile(1), "ms"));
    }
}
