package io.qudao.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.qudao.tenancy.Caller;
import io.qudao.tenancy.Tenant;
import io.qudao.tenancy.TenantScope;
import io.qudao.testing.ApiClient;
import io.qudao.testing.ApiClient.Answer;
import io.qudao.testing.HttpTest;
import io.qudao.testing.LongRun;
import io.qudao.testing.Publishing;
import io.qudao.testing.TenantFixture;
import io.qudao.testing.TestIdentity;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Imports over REST: modes, rows, progress, crashes, walls. */
@HttpTest
class ImportsIntegrationTests {
    private static final String IMPORTS = "/api/v1/imports";
    private static final String GOOD = "code,quantity\na1,1\na2,2\n";

    @Autowired
    private ApplicationContext context;

    @Autowired
    private ProbeTarget target;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    private Tenant tenant;
    private ApiClient api;

    @BeforeEach
    void makeTenant() {
        tenant = TenantFixture.create(context);
        api = ApiClient.admin(context, tenant);
    }

    @Test
    void storesAWholeFileAndSaysSo() {
        var done = run("all_or_nothing", GOOD);
        assertThat(done.status()).as(done.body()).isEqualTo(200);
        assertThat(figures(done)).containsExactly("done", "2", "2", "2", "0");
        assertThat(stored()).containsExactly("a1×1", "a2×1");
        assertThat(api.get(done.header("Location")).body()).isEqualTo(done.body());
        assertThat(api.get(IMPORTS).json().path("items").size()).isEqualTo(1);
    }

    @Test
    void storesNothingOfAFileWithABadRow() { // P9
        var rejected = run("all_or_nothing", GOOD + "a3,-1\n,7\na4,1,2\n");
        assertThat(rejected.status()).isEqualTo(422);
        assertThat(rejected.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(rejected.code()).isEqualTo("imports.rejected");
        assertThat(rejected.violations()).containsExactly("quantity:wrong_type", "code:required", ":cell_count");
        assertThat(rejected.json()
                        .path("violations")
                        .valueStream()
                        .map(each -> each.path("row").asInt()))
                .containsExactly(4, 5, 6);
        assertThat(figures(job(rejected))).containsExactly("rejected", "5", "5", "0", "3");
        assertThat(stored()).isEmpty();
        assertThat(errors(rejected)).containsExactly("4,quantity,wrong_type", "5,code,required", "6,,cell_count");
        var late = run("all_or_nothing", GOOD + "ghost,1\n");
        assertThat(figures(job(late))).containsExactly("rejected", "3", "3", "0", "1");
        assertThat(errors(late)).containsExactly("4,code,unknown");
        var broken = run("all_or_nothing", GOOD + "boom,1\n");
        assertThat(figures(job(broken))).containsExactly("rejected", "3", "3", "0", "1");
        assertThat(errors(broken)).containsExactly("4,,import_failed");
        assertThat(stored()).isEmpty();
    }

    @Test
    void storesGoodRowsAndReportsBadOnes() {
        var done = run("good_rows", "code,quantity\na1,1\na2,x\nghost,1\nboom,1\na3,3\nclash,1\na4,4\n");
        assertThat(figures(done)).containsExactly("done", "7", "7", "3", "4");
        assertThat(stored()).containsExactly("a1×1", "a3×1", "a4×1");
        assertThat(errors(done))
                .containsExactly("3,quantity,wrong_type", "4,code,unknown", "5,,import_failed", "7,,problem.conflict");
        var report = api.with("Accept-Language", "en").get(done.header("Location") + "/errors");
        assertThat(report.header("Content-Type")).startsWith("text/csv");
        assertThat(report.body()).contains("This must be: whole number.").contains("This conflicts with");
    }

    @Test
    void answersAtOnceAndShowsProgressLater() {
        var goOn = new CountDownLatch(1);
        target.before(tenant.id().value(), batch -> awaitQuietly(goOn));
        var accepted = post("?target=probes", GOOD);
        goOn.countDown();
        assertThat(accepted.status()).isEqualTo(202);
        await().atMost(Duration.ofMinutes(1))
                .until(() -> api.get(accepted.header("Location"))
                        .json()
                        .path("state")
                        .asString()
                        .equals("done"));
    }

    @Test
    void importsALargeFile() {
        int size = LongRun.Size.of(100_000, 5_000);
        var rows = IntStream.range(0, size)
                .mapToObj(i -> "c" + i + "," + i)
                .collect(Collectors.joining("\n", "code,quantity\n", "\n"));
        var all = String.valueOf(size);
        var done = run("good_rows", rows);
        assertThat(figures(done)).containsExactly("done", all, all, all, "0");
        assertThat(count("times = 1")).isEqualTo(size);
        var again = run("all_or_nothing", rows);
        assertThat(figures(again)).containsExactly("done", all, all, all, "0");
        assertThat(count("times = 2")).isEqualTo(size);
    }

    @Test
    void goesOnAfterAnOutageWithoutLossOrDoubling() {
        for (String mode : List.of("good_rows", "all_or_nothing")) {
            var batches = new AtomicInteger();
            target.before(tenant.id().value(), batch -> {
                int number = batches.incrementAndGet();
                if (number == 2 || number == 4) {
                    throw new DataAccessResourceFailureException("the node lost its database");
                }
            });
            var rows = IntStream.range(0, 3_500)
                    .mapToObj(i -> mode + i + ",1")
                    .collect(Collectors.joining("\n", "code,quantity\n", "\n"));
            assertThat(figures(run(mode, rows))).containsExactly("done", "3500", "3500", "3500", "0");
            assertThat(batches.get()).isGreaterThan(4);
        }
        assertThat(count("times = 1")).isEqualTo(7_000);
        assertThat(count("times <> 1")).isZero();
    }

    @Test
    void refusesARowThatRepeatsAnEarlierOneHoweverFarApart() {
        var rows = IntStream.range(0, 2_500)
                .mapToObj(i -> "k" + i + ",1")
                .collect(
                        Collectors.joining("\n", "code,quantity\n", "\nk2499,2\nk3,3\nboom,1\nk4,4\nlast,1\nlast,2\n"));
        var batches = new AtomicInteger();
        target.before(tenant.id().value(), batch -> {
            if (batches.incrementAndGet() == 3) {
                throw new DataAccessResourceFailureException("the node lost its database");
            }
        });
        var done = run("good_rows", rows);
        assertThat(figures(done)).containsExactly("done", "2506", "2506", "2501", "5");
        assertThat(errors(done))
                .containsExactly(
                        "2502,code,repeated_row",
                        "2503,code,repeated_row",
                        "2504,,import_failed",
                        "2505,code,repeated_row",
                        "2507,code,repeated_row");
        assertThat(api.with("Accept-Language", "en")
                        .get(done.header("Location") + "/errors")
                        .body())
                .contains("Row 2501 of this file", "Row 5 of this file", "Row 2506 of this file");
        assertThat(count("times > 1 or quantity > 1")).isZero();
        assertThat(keptKeys()).isZero();
        assertThat(figures(run("good_rows", GOOD))).containsExactly("done", "2", "2", "2", "0");
        assertThat(figures(run("good_rows", GOOD))).containsExactly("done", "2", "2", "2", "0");
    }

    @Test
    void storesNothingOfAFileThatRepeatsARow() { // P9
        var rows = IntStream.range(0, 2_500)
                .mapToObj(i -> "k" + i + ",1")
                .collect(Collectors.joining("\n", "code,quantity\n", "\nk3,3\n"));
        var rejected = run("all_or_nothing", rows);
        assertThat(figures(job(rejected))).containsExactly("rejected", "2501", "2501", "0", "1");
        assertThat(errors(rejected)).containsExactly("2502,code,repeated_row");
        assertThat(stored()).isEmpty();
        assertThat(keptKeys()).isZero();
    }

    @Test
    void stopsWhereItIsWhenCancelled() throws InterruptedException {
        var rows = IntStream.range(0, 5_000)
                .mapToObj(i -> "r" + i + ",1")
                .collect(Collectors.joining("\n", "code,quantity\n", "\n"));
        cancelInSecondBatch("good_rows", rows);
        assertThat(count("true")).isEqualTo(2_000);
        cancelInSecondBatch("all_or_nothing", rows.replace("r", "s").replace("sows", "rows"));
        assertThat(count("code like 's%'")).isZero();
    }

    @Test
    void endsTheImportOfAMemberWhoMayNoLonger() throws InterruptedException {
        publishImporter();
        var importer = member("leaver", "importer");
        var pause = new Pause();
        var rows = IntStream.range(0, 5_000)
                .mapToObj(i -> "r" + i + ",1")
                .collect(Collectors.joining("\n", "code,quantity\n", "\n"));
        var started = importer.with("Content-Type", "text/csv").post(IMPORTS + "?target=probes&mode=good_rows", rows);
        pause.awaitReached();
        var id = importer.get("/api/v1/me").json().at("/member/id").asString();
        assertThat(api.with("If-Match", "\"1\"")
                        .patch("/api/v1/members/" + id, "{\"active\":false}")
                        .status())
                .isEqualTo(200);
        pause.end();
        awaitState(started.header("Location"), "rejected");
        assertThat(figures(job(started))).containsExactly("rejected", "5000", "2000", "2000", "0");
        assertThat(errors(started)).containsExactly("0,,import_no_right");
        assertThat(count("true")).isEqualTo(2_000);
    }

    @Test
    void takesTheSameKeyForTheSameImport() { // O3
        var once = api.with("Idempotency-Key", "import-1").with("Content-Type", "text/csv");
        var first = once.post(IMPORTS + "?target=probes&wait=true", GOOD);
        var second = once.post(IMPORTS + "?target=probes&wait=true", GOOD);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(stored()).containsExactly("a1×1", "a2×1");
        var other = once.post(IMPORTS + "?target=probes", GOOD + "a3,3\n");
        assertThat(other.status()).isEqualTo(409);
        assertThat(other.code()).isEqualTo("key_reused");
    }

    @Test
    void asksForBothRights() {
        publishImporter();
        var importer = member("importer", "importer");
        var mine = importer.with("Content-Type", "text/csv").post(IMPORTS + "?target=probes&wait=true", GOOD);
        assertThat(mine.status()).as(mine.body()).isEqualTo(200);
        var clerk = member("clerk", "order_desk");
        assertThat(clerk.with("Content-Type", "text/csv")
                        .post(IMPORTS + "?target=probes", GOOD)
                        .status())
                .isEqualTo(403);
        Publishing.publish(
                api, "permission_set/runner", "{\"label\":{\"en\":\"Runner\"},\"permissions\":[\"import.run\"]}");
        var runner = member("runner", "runner");
        assertThat(runner.with("Content-Type", "text/csv")
                        .post(IMPORTS + "?target=probes", GOOD)
                        .status())
                .isEqualTo(403);
        assertThat(runner.get(mine.header("Location")).status()).isEqualTo(404);
        assertThat(runner.get(IMPORTS).json().path("items").size()).isZero();
        assertThat(api.get(mine.header("Location")).status()).isEqualTo(200);
    }

    @Test
    void keepsTenantsApart() { // T1
        var mine = run("good_rows", "code,quantity\na1,x\n").header("Location");
        var stranger = ApiClient.admin(context, TenantFixture.create(context));
        assertThat(stranger.get(mine).status()).isEqualTo(404);
        assertThat(stranger.get(mine + "/errors").status()).isEqualTo(404);
        assertThat(stranger.post(mine + "/cancel", "").status()).isEqualTo(404);
        assertThat(stranger.get(IMPORTS).json().path("items").size()).isZero();
        assertThat(stranger.with("Content-Type", "text/csv")
                        .with("Idempotency-Key", "k")
                        .post(IMPORTS + "?target=probes&wait=true", GOOD)
                        .status())
                .isEqualTo(200);
        assertThat(stored()).isEmpty();
    }

    private void publishImporter() {
        Publishing.publish(
                api,
                "permission_set/importer",
                "{\"label\":{\"en\":\"Importer\"},\"permissions\":[\"import.run\",\"probe.edit\"]}");
    }

    private void cancelInSecondBatch(String mode, String rows) throws InterruptedException {
        var pause = new Pause();
        var job = post("?target=probes&mode=" + mode, rows).header("Location");
        pause.awaitReached();
        assertThat(api.post(job + "/cancel", "").status()).isEqualTo(200);
        pause.end();
        awaitState(job, "cancelled");
        assertThat(api.post(job + "/cancel", "").code()).isEqualTo("imports.ended");
    }

    private void awaitState(String job, String state) {
        await().atMost(Duration.ofMinutes(1))
                .until(() -> api.get(job).json().path("state").asString().equals(state));
    }

    /** Holds the tenant's next import before its second batch. */
    private final class Pause {
        private final CountDownLatch reached = new CountDownLatch(1);
        private final CountDownLatch goOn = new CountDownLatch(1);
        private final AtomicInteger batches = new AtomicInteger();

        Pause() {
            target.before(tenant.id().value(), batch -> {
                if (batches.incrementAndGet() == 2) {
                    reached.countDown();
                    awaitQuietly(goOn);
                }
            });
        }

        void awaitReached() throws InterruptedException {
            assertThat(reached.await(20, TimeUnit.SECONDS)).isTrue();
        }

        void end() {
            goOn.countDown();
        }
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            if (!latch.await(20, TimeUnit.SECONDS)) {
                throw new IllegalStateException("Nobody said go on");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private ApiClient member(String name, String set) {
        var email = tenant.slug() + "." + name + "@one.example";
        api.post(
                "/api/v1/members",
                "{\"name\":\"%s\",\"email\":\"%s\",\"permissionSets\":[\"%s\"]}".formatted(name, email, set));
        return ApiClient.of(context, tenant, TestIdentity.personOf(email).toString());
    }

    private Answer run(String mode, String csv) {
        return post("?target=probes&wait=true&mode=" + mode, csv);
    }

    private Answer job(Answer started) {
        return api.get(started.header("Location"));
    }

    private Answer post(String query, String csv) {
        return api.with("Content-Type", "text/csv").send("POST", IMPORTS + query, csv.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> figures(Answer job) {
        var json = job.json();
        return List.of(
                json.path("state").asString(),
                json.path("rows").asString(),
                json.path("checked").asString(),
                json.path("stored").asString(),
                json.path("bad").asString());
    }

    private List<String> errors(Answer job) {
        return api.get(job.header("Location") + "/errors")
                .body()
                .lines()
                .skip(1)
                .map(line -> line.replaceAll("^(\\d+,[^,]*,[^,]*),.*$", "$1"))
                .toList();
    }

    private List<String> stored() {
        return read(() -> jdbc.sql("select code || '×' || times from engine.probe order by code")
                .query(String.class)
                .list());
    }

    private long count(String condition) {
        return read(() -> jdbc.sql("select count(*) from engine.probe where " + condition)
                .query(Long.class)
                .single());
    }

    private long keptKeys() {
        return read(() -> jdbc.sql("select count(*) from engine.import_key")
                .query(Long.class)
                .single());
    }

    private <T> T read(java.util.function.Supplier<T> query) {
        return TenantScope.call(Caller.platform(tenant), () -> transaction.execute(status -> query.get()));
    }
}
