package io.qudao.deploy.bench;

import io.qudao.deploy.client.TenantApi;
import io.qudao.deploy.replay.Latencies;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Publishes fields while two nodes serve 50 requests per second, and measures how long it takes until both nodes show
 * each of them.
 */
final class PublishBenchmark implements Benchmark {
    private static final int WARM_UP = 3;
    private static final int FIELDS = 20;
    private static final int PER_SECOND = 50;
    private static final double TARGET_MILLIS = 1_000;
    private static final Duration PROBE_EVERY = Duration.ofMillis(5);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String TASKS = "/api/v1/records/task";

    @Override
    public String name() {
        return "publish";
    }

    @Override
    public String summary() {
        return "fields published under load, until two nodes show them";
    }

    @Override
    public int nodes() {
        return 2;
    }

    @Override
    public List<Measure> run(Bench bench) throws Exception {
        var api = bench.tenant("publish").api();
        var nodes = bench.stack().description().platformNodes().stream()
                .map(node -> api.at(node.port()))
                .toList();
        Bench.component(api, "object", "task", "{\"label\": {\"en\": \"Task\"}, \"plural\": {\"en\": \"Tasks\"}}");
        Bench.publish(api);
        nodes.getFirst().post(TASKS, "{\"name\": \"Task\"}", Map.of()).orFail("A record");
        shown(nodes, "name");
        var took = new Latencies();
        var failed = new AtomicInteger();
        try (var load = Executors.newScheduledThreadPool(nodes.size())) {
            for (TenantApi node : nodes) {
                long pause = TimeUnit.SECONDS.toMicros(nodes.size()) / PER_SECOND;
                var _ = load.scheduleAtFixedRate(() -> list(node, failed), 0, pause, TimeUnit.MICROSECONDS);
            }
            for (int i = 0; i < WARM_UP + FIELDS; i++) {
                bench.say("field %d of %d".formatted(i + 1, WARM_UP + FIELDS));
                Bench.component(api, "field", "task.note_" + i, "{\"label\": {\"en\": \"Note\"}, \"type\": \"text\"}");
                Bench.publish(api);
                long published = System.nanoTime();
                shown(nodes, "note_" + i);
                if (i >= WARM_UP) {
                    took.add(System.nanoTime() - published);
                }
            }
        }
        return List.of(
                Measure.atMost("publish.visible.p50", TARGET_MILLIS, took.percentile(0.5), "ms"),
                Measure.atMost("publish.visible.slowest", TARGET_MILLIS, took.percentile(1), "ms"),
                Measure.atMost("publish.failed", 0, failed.get(), "requests"));
    }

    /** Returns when every node returns a record with the field. */
    private static void shown(List<TenantApi> nodes, String field) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        for (TenantApi node : nodes) {
            while (!node.get(TASKS + "?limit=1").json().at("/items/0").has(field)) {
                if (System.nanoTime() > end) {
                    throw new IllegalStateException("A node does not show " + field + " after " + PATIENCE);
                }
                Thread.sleep(PROBE_EVERY);
            }
        }
    }

    private static void list(TenantApi node, AtomicInteger failed) {
        try {
            if (!node.once("GET", TASKS + "?limit=20").ok()) {
                failed.incrementAndGet();
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        } catch (IOException | RuntimeException broken) {
            failed.incrementAndGet();
        }
    }
}
