package io.qudao.deploy.bench;

import io.qudao.deploy.client.TenantApi;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Files of partners (each with its account), products and prices, and batches of records of a custom object, of which one
 * field then becomes unique and one filterable; each size in a tenant of its own. Measures rows a second, which should not
 * fall as files grow, and the memory of the node; then a search among the partners by a piece of a Chinese name.
 */
final class ImportsBenchmark implements Benchmark {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int WARM_UP = 3_000;
    private static final int BATCH = 500;
    private static final int TARGET_ROWS = 100_000;
    private static final double TARGET_SECONDS = 60;
    private static final double TARGET_SEARCH_MILLIS = 300;
    private static final String OBJECT = "visit";
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    @Override
    public String name() {
        return "imports";
    }

    @Override
    public String summary() {
        return "files of partners, products and prices, records of a custom object, and a search among them";
    }

    @Override
    public List<Measure> run(Bench bench) throws Exception {
        new Size(bench, "warm-up", WARM_UP).run();
        var measures = new ArrayList<Measure>();
        for (int rows : bench.sizes()) {
            measures.addAll(new Size(bench, "imports-" + rows, rows).run());
        }
        return measures;
    }

    private interface Work {
        void run() throws Exception;
    }

    /** Everything with so many rows, in one tenant. */
    private static final class Size {
        private final Bench bench;
        private final TenantApi api;
        private final int rows;
        private final PeakMemory memory;
        private final List<Measure> measures = new ArrayList<>();

        Size(Bench bench, String slug, int rows) throws InterruptedException {
            this.bench = bench;
            this.api = bench.tenant(slug).api();
            this.rows = rows;
            this.memory = new PeakMemory(
                    bench.stack().description().platformNodes().getFirst().pid());
        }

        List<Measure> run() throws Exception {
            var files = new ImportFiles(bench.folder());
            double partners = measure("partners", () -> load("partners", files.partners(rows)));
            if (rows == TARGET_ROWS) {
                measures.add(Measure.atMost(named("partners.seconds"), TARGET_SECONDS, partners, "s"));
            }
            measure("products", () -> load("products", files.products(rows)));
            measure("prices", () -> load("price-lists", files.prices(rows)));
            publish(false);
            measure("records", this::write);
            measure("back-fill", () -> {
                publish(true);
                awaitConstraints();
            });
            measure("indexing", this::awaitIndex);
            search();
            return measures;
        }

        private double measure(String what, Work work) throws Exception {
            bench.say("%,d rows: %s".formatted(rows, what));
            memory.reset();
            long began = System.nanoTime();
            work.run();
            var took = Duration.ofNanos(System.nanoTime() - began);
            measures.add(Measure.figure(named(what), Bench.perSecond(rows, took), "rows/s"));
            memory.megabytes().ifPresent(peak -> measures.add(Measure.figure(named(what + ".memory"), peak, "MB")));
            return took.toMillis() / 1e3;
        }

        private String named(String what) {
            return "imports.%d.%s".formatted(rows, what);
        }

        private void load(String target, Path file) throws InterruptedException {
            var job = api.importFile(target, file, "all_or_nothing", "bench-" + target);
            if (!job.path("state").asString().equalsIgnoreCase("done")) {
                throw new IllegalStateException("The import of " + target + " ended as " + job);
            }
        }

        /** @param keyed whether records can be found by their fields, and numbers are unique */
        private void publish(boolean keyed) throws InterruptedException {
            Bench.component(api, "object", OBJECT, """
                    {"label": {"en": "Visit", "zh-CN": "拜访"}, "plural": {"en": "Visits", "zh-CN": "拜访"}}""");
            Bench.component(api, "field", OBJECT + ".on", """
                    {"label": {"en": "On", "zh-CN": "日期"}, "type": "date", "filterable": %s}""".formatted(keyed));
            Bench.component(api, "field", OBJECT + ".number", """
                    {"label": {"en": "Number", "zh-CN": "编号"}, "type": "text", "length": 40, "unique": %s}""".formatted(keyed));
            Bench.publish(api);
        }

        private void awaitConstraints() throws Exception {
            await(
                    "enforced constraints",
                    () -> api.get("/api/v1/metadata/objects/" + OBJECT + "/constraints")
                            .orFail("The constraints")
                            .json()
                            .path("items")
                            .valueStream()
                            .allMatch(one -> one.path("state").asString().equalsIgnoreCase("enforced")));
        }

        private void write() throws InterruptedException {
            for (int from = 0; from < rows; from += BATCH) {
                var body = JSON.createObjectNode();
                var records = body.putArray("records");
                for (int i = from; i < Math.min(from + BATCH, rows); i++) {
                    records.addObject()
                            .put("name", ImportFiles.shop(i))
                            .put("number", "V" + i)
                            .put("on", "2026-%02d-%02d".formatted(1 + i % 12, 1 + i % 28));
                }
                api.post("/api/v1/records/" + OBJECT + "/batch", body.toString(), Map.of())
                        .orFail("A batch");
            }
        }

        /** Until the last of the partners, and the last of the products, are found. */
        private void awaitIndex() throws Exception {
            await(
                    "the index",
                    () -> found("partner", "S%07d".formatted(rows - 1)) > 0
                            && found("product", "K%07d".formatted(rows - 1)) > 0);
        }

        private static void await(String what, Callable<Boolean> reached) throws Exception {
            long end = System.nanoTime() + PATIENCE.toNanos();
            while (!reached.call()) {
                if (System.nanoTime() > end) {
                    throw new IllegalStateException("Waited for " + what + " for " + PATIENCE);
                }
                Thread.sleep(POLL);
            }
        }

        private int found(String object, String query) throws InterruptedException {
            return api.get("/api/v1/search?objects=" + object + "&q="
                            + URLEncoder.encode(query, StandardCharsets.UTF_8))
                    .orFail("A search")
                    .json()
                    .path("items")
                    .size();
        }

        private void search() throws Exception {
            bench.say("%,d rows: search".formatted(rows));
            var random = new SplittableRandom(rows);
            var found = Load.run(1, Duration.ofSeconds(5), Duration.ofSeconds(10), client -> {
                String name = ImportFiles.shop(random.nextInt(rows));
                int from = random.nextInt(name.length() - 3);
                if (found("partner", name.substring(from, from + random.nextInt(2, 4))) == 0) {
                    throw new IllegalStateException("Nothing is found by a piece of " + name);
                }
            });
            measures.add(Measure.figure(named("search.p50"), found.latencies().percentile(0.5), "ms"));
            measures.add(Measure.atMost(
                    named("search.p95"), TARGET_SEARCH_MILLIS, found.latencies().percentile(0.95), "ms"));
        }
    }
}
