package io.qudao.deploy.bench;

import io.qudao.deploy.client.TenantApi;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Lists, point reads and inserts of a custom object of twelve fields with 120,000 records over REST. The requests go
 * through the gateway, which is what counts, and once more directly to the node, to see what the gateway costs. The same
 * reads by plain SQL show what the platform costs. The first targets are four times what a well-known Node platform
 * reached on this machine (384 lists and 543 reads per second).
 */
final class RecordsBenchmark implements Benchmark {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int RECORDS = 120_000;
    private static final int BATCH = 500;
    private static final int CLIENTS = 8;
    private static final Duration WARM_UP = Duration.ofMinutes(2);
    private static final Duration TIME = Duration.ofSeconds(15);
    private static final String PATH = "/api/v1/records/" + VisitObject.NAME;

    @Override
    public String name() {
        return "records";
    }

    @Override
    public String summary() {
        return "lists, reads and inserts of 120,000 records of twelve fields, compared with plain SQL";
    }

    @Override
    public List<Measure> run(Bench bench) throws Exception {
        var tenant = bench.tenant("records");
        var api = tenant.api();
        bench.say("publishing the object");
        VisitObject.publish(api);
        bench.say("writing " + RECORDS + " records");
        long began = System.nanoTime();
        var ids = fill(api);
        double inserted = Bench.perSecond(ids.size(), Duration.ofNanos(System.nanoTime() - began));
        var measures = new ArrayList<Measure>();
        measures.add(Measure.figure("records.batches", inserted, "records/s"));
        measures.addAll(throughGateway(bench, api, ids));
        measures.addAll(pastGateway(bench, api, ids));
        measures.addAll(bySql(bench, tenant.id(), ids));
        return measures;
    }

    private static List<Measure> throughGateway(Bench bench, TenantApi api, List<String> ids) throws Exception {
        bench.say("listing");
        var lists = Load.run(CLIENTS, WARM_UP, TIME, client -> list(api));
        bench.say("reading");
        var reads = Load.run(CLIENTS, WARM_UP, TIME, client -> read(api, ids));
        bench.say("inserting");
        var inserts = Load.run(CLIENTS, TIME, TIME, client -> insert(api));
        return List.of(
                Measure.atLeast("records.list", 4 * 384, lists.perSecond(), "lists/s"),
                Measure.figure("records.list_p95", lists.latencies().percentile(0.95), "ms"),
                Measure.atLeast("records.read", 4 * 543, reads.perSecond(), "reads/s"),
                Measure.figure("records.read_p95", reads.latencies().percentile(0.95), "ms"),
                Measure.figure("records.insert", inserts.perSecond(), "inserts/s"));
    }

    private static List<Measure> pastGateway(Bench bench, TenantApi api, List<String> ids) throws Exception {
        bench.say("the same past the gateway");
        var node = api.at(bench.stack().description().platformNodes().getFirst().port());
        var lists = Load.run(CLIENTS, TIME, TIME, client -> list(node));
        var reads = Load.run(CLIENTS, TIME, TIME, client -> read(node, ids));
        var inserts = Load.run(CLIENTS, TIME, TIME, client -> insert(node));
        return List.of(
                Measure.figure("records.list_past_gateway", lists.perSecond(), "lists/s"),
                Measure.figure("records.read_past_gateway", reads.perSecond(), "reads/s"),
                Measure.figure("records.insert_past_gateway", inserts.perSecond(), "inserts/s"));
    }

    private static List<Measure> bySql(Bench bench, int tenant, List<String> ids) throws Exception {
        bench.say("the same by plain SQL");
        var sql = VisitSql.of(bench, tenant);
        return List.of(
                Measure.figure("records.list_by_sql", sql.lists(CLIENTS, TIME), "lists/s"),
                Measure.figure("records.read_by_sql", sql.reads(ids, CLIENTS, TIME), "reads/s"));
    }

    private static List<String> fill(TenantApi api) throws Exception {
        var ids = Collections.synchronizedList(new ArrayList<String>());
        try (var threads = Executors.newFixedThreadPool(4)) {
            var running = new ArrayList<Future<?>>();
            for (int batch = 0; batch < RECORDS / BATCH; batch++) {
                int number = batch;
                running.add(threads.submit(() -> {
                    ids.addAll(write(api, number));
                    return null;
                }));
            }
            for (var one : running) {
                one.get();
            }
        }
        return List.copyOf(ids);
    }

    private static List<String> write(TenantApi api, int batch) throws InterruptedException {
        var random = new SplittableRandom(batch);
        var body = JSON.createObjectNode();
        var records = body.putArray("records");
        for (int i = 0; i < BATCH; i++) {
            VisitObject.write(records.addObject(), random, "Visit %d-%d".formatted(batch, i));
        }
        var answer = api.post(PATH + "/batch", body.toString(), Map.of())
                .orFail("A batch")
                .json();
        var ids = new ArrayList<String>();
        answer.path("ids").forEach((JsonNode id) -> ids.add(id.asString()));
        return ids;
    }

    private static void list(TenantApi api) throws InterruptedException {
        String day = VisitObject.firstOfMonth(new SplittableRandom());
        String filter = URLEncoder.encode("status == 'open' && date >= date('" + day + "')", StandardCharsets.UTF_8);
        api.get(PATH + "?limit=50&sort=date&count=none&filter=" + filter).orFail("A list");
    }

    private static void read(TenantApi api, List<String> ids) throws InterruptedException {
        api.get(PATH + "/" + ids.get(new SplittableRandom().nextInt(ids.size())))
                .orFail("A record");
    }

    private static void insert(TenantApi api) throws InterruptedException {
        api.post(PATH, VisitObject.one(new SplittableRandom()), Map.of()).orFail("A record");
    }
}
