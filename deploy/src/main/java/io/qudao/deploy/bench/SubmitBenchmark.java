package io.qudao.deploy.bench;

import io.qudao.deploy.client.TenantApi;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/**
 * Places and submits orders of 21 lines over REST through the gateway, compared with the ceiling measured in the same
 * run: a plain JDBC transaction that inserts the same order, lines and outbox row.
 */
final class SubmitBenchmark implements Benchmark {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int CLIENTS = 8;
    private static final int SKUS = 400;
    private static final int OUTLETS = 100;
    private static final int LINES = 21;
    private static final Duration WARM_UP = Duration.ofSeconds(75);
    private static final Duration TIME = Duration.ofSeconds(20);
    private static final double TARGET_SHARE = 10;

    @Override
    public String name() {
        return "submit";
    }

    @Override
    public String summary() {
        return "orders of 21 lines over REST, beside a bare JDBC insert of the same rows";
    }

    @Override
    public List<Measure> run(Bench bench) throws Exception {
        var tenant = bench.tenant("submit");
        bench.say("importing " + SKUS + " goods");
        load(tenant.api(), bench.folder());
        bench.say("placing orders");
        var placed = Load.run(CLIENTS, WARM_UP, TIME, client -> place(tenant.api()));
        bench.say("inserting the same rows by JDBC");
        double ceiling =
                new Ceiling(bench, tenant.id()).perSecond(CLIENTS, Duration.ofSeconds(5), Duration.ofSeconds(10));
        return List.of(
                Measure.figure("submit.ceiling", ceiling, "orders/s"),
                Measure.figure("submit.rest", placed.perSecond(), "orders/s"),
                Measure.atLeast("submit.share_of_ceiling", TARGET_SHARE, 100 * placed.perSecond() / ceiling, "%"),
                Measure.figure("submit.p50", placed.latencies().percentile(0.50), "ms"),
                Measure.figure("submit.p95", placed.latencies().percentile(0.95), "ms"),
                Measure.figure("submit.p99", placed.latencies().percentile(0.99), "ms"));
    }

    private static void load(TenantApi api, Path folder) throws IOException, InterruptedException {
        var partners = new StringBuilder("code,name,role,parent_code\n");
        for (int i = 0; i < OUTLETS; i++) {
            partners.append("O%d,Outlet %d,OUTLET,\n".formatted(i, i));
        }
        var products = new StringBuilder("code,name,category,barcode,base_unit,case_size\n");
        var prices = new StringBuilder("list_code,scope,scope_key,priority,sku_code,unit,min_qty,price,from,to\n");
        var stock = new StringBuilder("sku_code,quantity,unit\n");
        for (int i = 0; i < SKUS; i++) {
            products.append("K%d,Goods %d,Drinks,,each,12\n".formatted(i, i));
            prices.append("BASE,BASE,,1,K%d,each,1,%d.50,2020-01-01T00:00:00Z,\n".formatted(i, 1 + i % 90));
            stock.append("K%d,100000000,each\n".formatted(i));
        }
        send(api, folder, "partners", partners);
        send(api, folder, "products", products);
        send(api, folder, "price-lists", prices);
        send(api, folder, "stock", stock);
    }

    private static void send(TenantApi api, Path folder, String target, CharSequence csv)
            throws IOException, InterruptedException {
        var file = Files.writeString(folder.resolve(target + ".csv"), csv);
        var job = api.importFile(target, file, "all_or_nothing", "bench-" + target);
        if (!job.path("state").asString().equalsIgnoreCase("done")) {
            throw new IllegalStateException("The import of " + target + " ended as " + job);
        }
    }

    private static void place(TenantApi api) throws InterruptedException {
        var random = new SplittableRandom();
        var order = JSON.createObjectNode()
                .put("sellerCode", "HQ")
                .put("buyerCode", "O" + random.nextInt(OUTLETS))
                .put("submit", true);
        var lines = order.putArray("lines");
        int first = random.nextInt(SKUS);
        for (int i = 0; i < LINES; i++) {
            lines.addObject()
                    .put("skuCode", "K" + (first + i * 17) % SKUS)
                    .put("unit", "each")
                    .put("quantity", 1 + random.nextInt(20));
        }
        api.post(
                        "/api/v1/orders",
                        order.toString(),
                        Map.of("Idempotency-Key", UUID.randomUUID().toString()))
                .orFail("An order");
    }
}
