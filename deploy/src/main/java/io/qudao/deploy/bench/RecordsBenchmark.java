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
 * Lists and point reads of a custom object with 120,000 records over REST. The first targets are four times what a
 * well-known Node platform reached on this machine (384 lists and 543 reads per second). The requests go through the
 * gateway, which is what counts, and once more directly to the node, to see what the gateway costs.
 */
final class RecordsBenchmark implements Benchmark {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int RECORDS = 120_000;
    private static final int BATCH = 500;
    private static final int CLIENTS = 8;
    private static final Duration WARM_UP = Duration.ofMinutes(2);
    private static final Duration TIME = Duration.ofSeconds(15);
    private static final String OBJECT = "visit";

    @Override
    public String name() {
        return "records";
    }

    @Override
    public String summary() {
        return "lists and point reads of a custom object with 120,000 records over REST";
    }

    @Override
    public List<Measure> run(Bench bench) throws Exception {
        var api = bench.tenant("records").api();
        bench.say("publishing the object");
        publish(api);
        bench.say("writing " + RECORDS + " records");
        long began = System.nanoTime();
        var ids = fill(api);
        double inserted = Bench.perSecond(ids.size(), Duration.ofNanos(System.nanoTime() - began));
        bench.say("listing");
        var lists = Load.run(CLIENTS, WARM_UP, TIME, client -> list(api));
        bench.say("reading");
        var reads = Load.run(CLIENTS, WARM_UP, TIME, client -> read(api, ids));
        bench.say("the same past the gateway");
        var node = api.at(bench.stack().description().platformNodes().getFirst().port());
        var listsAtNode = Load.run(CLIENTS, TIME, TIME, client -> list(node));
        var readsAtNode = Load.run(CLIENTS, TIME, TIME, client -> read(node, ids));
        return List.of(
                Measure.figure("records.insert", inserted, "records/s"),
                Measure.atLeast("records.list", 4 * 384, lists.perSecond(), "lists/s"),
                Measure.figure("records.list_p95", lists.latencies().percentile(0.95), "ms"),
                Measure.atLeast("records.read", 4 * 543, reads.perSecond(), "reads/s"),
                Measure.figure("records.read_p95", reads.latencies().percentile(0.95), "ms"),
                Measure.figure("records.list_past_gateway", listsAtNode.perSecond(), "lists/s"),
                Measure.figure("records.read_past_gateway", readsAtNode.perSecond(), "reads/s"));
    }

    private static void publish(TenantApi api) throws InterruptedException {
        Bench.component(api, "object", OBJECT, """
                {"label": {"en": "Visit", "zh-CN": "拜访"}, "plural": {"en": "Visits", "zh-CN": "拜访"}}""");
        Bench.component(api, "field", OBJECT + ".status", """
                {"label": {"en": "Status", "zh-CN": "状态"}, "type": "picklist", "filterable": true, "options": [
                    {"value": "open", "label": {"en": "Open", "zh-CN": "未完成"}},
                    {"value": "done", "label": {"en": "Done", "zh-CN": "已完成"}}]}""");
        Bench.component(api, "field", OBJECT + ".on", """
                {"label": {"en": "On", "zh-CN": "日期"}, "type": "date", "filterable": true}""");
        Bench.component(api, "field", OBJECT + ".score", """
                {"label": {"en": "Score", "zh-CN": "评分"}, "type": "integer"}""");
        Bench.component(api, "field", OBJECT + ".note", """
                {"label": {"en": "Note", "zh-CN": "备注"}, "type": "text", "length": 200}""");
        Bench.publish(api);
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
            records.addObject()
                    .put("name", "Visit %d-%d".formatted(batch, i))
                    .put("status", random.nextInt(5) == 0 ? "done" : "open")
                    .put("on", "2026-%02d-%02d".formatted(1 + random.nextInt(12), 1 + random.nextInt(28)))
                    .put("score", random.nextInt(100))
                    .put("note", "shelf %d, row %d".formatted(random.nextInt(1000), i));
        }
        var answer = api.post("/api/v1/records/" + OBJECT + "/batch", body.toString(), Map.of())
                .orFail("A batch")
                .json();
        var ids = new ArrayList<String>();
        answer.path("ids").forEach((JsonNode id) -> ids.add(id.asString()));
        return ids;
    }

    private static void list(TenantApi api) throws InterruptedException {
        String day = "2026-%02d-01".formatted(1 + new SplittableRandom().nextInt(12));
        String filter = URLEncoder.encode("status == 'open' && on >= date('" + day + "')", StandardCharsets.UTF_8);
        api.get("/api/v1/records/" + OBJECT + "?limit=50&sort=on&count=none&filter=" + filter)
                .orFail("A list");
    }

    private static void read(TenantApi api, List<String> ids) throws InterruptedException {
        api.get("/api/v1/records/" + OBJECT + "/" + ids.get(new SplittableRandom().nextInt(ids.size())))
                .orFail("A record");
    }
}
