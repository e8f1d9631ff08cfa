package io.qudao.deploy.bench;

import io.qudao.deploy.UsageException;
import io.qudao.deploy.replay.ReplayCommand;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The replay of two real weeks. */
final class ReplayBenchmark implements Benchmark {
    private final Path folder;

    ReplayBenchmark(Path folder) {
        this.folder = folder;
    }

    /** Uses the folder named by {@code QUDAO_DATA}, else the one next to the project. */
    static ReplayBenchmark ofEnvironment() {
        return new ReplayBenchmark(
                Path.of(Optional.ofNullable(System.getenv("QUDAO_DATA")).orElse("../shared/data"))
                        .resolve("iowa"));
    }

    @Override
    public String name() {
        return "replay";
    }

    @Override
    public String summary() {
        return "two weeks of real orders: totals to the cent, orders a second, latency of a submit";
    }

    @Override
    public void require() {
        if (!Files.isDirectory(folder)) {
            throw new UsageException("there is no data in " + folder + ": set QUDAO_DATA to its folder");
        }
        ReplayCommand.require(folder);
    }

    @Override
    public List<Measure> run(Bench bench) throws Exception {
        var outcome = ReplayCommand.replay(folder, bench.stack().description(), bench.terminal());
        return List.of(
                Measure.atLeast("replay.equal", 1, outcome.equal() ? 1 : 0, "yes"),
                Measure.figure("replay.orders", (double) outcome.orders(), "orders"),
                Measure.figure("replay.orders_per_second", outcome.ordersPerSecond(), "orders/s"),
                Measure.figure("replay.submit_p50", outcome.p50(), "ms"),
                Measure.figure("replay.submit_p95", outcome.p95(), "ms"),
                Measure.figure("replay.submit_p99", outcome.p99(), "ms"));
    }
}
