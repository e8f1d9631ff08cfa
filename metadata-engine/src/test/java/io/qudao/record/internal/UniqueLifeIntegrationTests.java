package io.qudao.record.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.qudao.kernel.ProblemException;
import io.qudao.kernel.Value;
import io.qudao.metadata.SlotStates;
import io.qudao.record.Query;
import io.qudao.record.RecordFixture;
import io.qudao.record.Records;
import io.qudao.record.Row;
import io.qudao.record.internal.row.RecordProperties;
import io.qudao.record.internal.slot.SlotJob;
import io.qudao.record.internal.slot.SlotProgress;
import io.qudao.record.internal.slot.SlotRows;
import io.qudao.tenancy.Caller;
import io.qudao.tenancy.Tenant;
import io.qudao.tenancy.TenantScope;
import io.qudao.testing.ApiClient;
import io.qudao.testing.HttpTest;
import io.qudao.testing.Publishing;
import io.qudao.testing.TenantFixture;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** The life of a field's uniqueness, whatever way it is switched on. */
@HttpTest
class UniqueLifeIntegrationTests {
    private static final String METADATA = "/api/v1/metadata";
    private static final int WRITERS = 200;

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Records records;

    private Tenant tenant;
    private ApiClient admin;
    private SlotJob job;

    @BeforeEach
    void open() {
        tenant = TenantFixture.create(context);
        admin = ApiClient.admin(context, tenant);
        job = new SlotJob(
                context.getBean(SlotStates.class),
                context.getBean(SlotRows.class),
                context.getBean(SlotProgress.class),
                context.getBean(TransactionTemplate.class),
                new RecordProperties(Duration.ofSeconds(30), Duration.ZERO, Duration.ZERO),
                context.getBean(Clock.class));
    }

    @Test
    void losesNothingInARollbackOntoDuplicates() {
        publish(true);
        create("same");
        publish(false);
        runJob();
        var twin = create("SAME");
        var plan = admin.get(METADATA + "/releases/1/rollback").json();
        assertThat(plan.path("demands").get(0).path("demand").asString()).isEqualTo("unique");
        assertThat(plan.path("demands").get(0).path("against").asInt()).isEqualTo(2);
        assertThat(plan.path("violations")).isEmpty();
        assertThat(admin.post(METADATA + "/releases/1/rollback", "{}").status()).isEqualTo(201);
        runJob();
        var failed = unique();
        assertThat(failed.path("state").asString()).isEqualTo("failed");
        assertThat(failed.path("against").asInt()).isEqualTo(2);
        assertThat(failed.path("examples").get(0).path("count").asInt()).isEqualTo(2);
        assertThat(count()).isEqualTo(2);
        assertThat(isTaken("same")).isTrue();
        platform(() ->
                records.patch("visit", twin.id(), twin.version(), RecordFixture.given("code", Value.text("another"))));
        tryAgain();
        assertThat(unique().path("state").asString()).isEqualTo("enforced");
        assertThat(isTaken("Another")).isTrue();
        assertThat(count()).isEqualTo(2);
    }

    @Test
    void holdsAgainAfterItWasSwitchedOff() {
        publish(true);
        create("one");
        publish(false);
        create("ONE");
        // Off and on before anything was scrubbed: the slot that comes back knows of neither.
        publish(true);
        assertThat(isTaken("one")).isTrue();
        runJob();
        assertThat(unique().path("state").asString()).isEqualTo("failed");
        publish(false);
        runJob();
        publish(true);
        runJob();
        assertThat(unique().path("against").asInt()).isEqualTo(2);
        assertThat(isTaken("one")).isTrue();
    }

    @Test
    void holdsForAFieldThatComesBack() {
        publish(true);
        var first = create("kept");
        admin.delete(METADATA + "/components/field/visit.code");
        admin.post(METADATA + "/publish", "{\"destructive\":true}");
        runJob();
        assertThat(admin.post(METADATA + "/releases/1/rollback", "{}").status()).isEqualTo(201);
        runJob();
        assertThat(unique().path("state").asString()).isEqualTo("enforced");
        assertThat(isTaken("KEPT")).isTrue();
        platform(() -> {
            records.delete("visit", first.id(), first.version());
            return first;
        });
        create("kept");
        assertThat(isRefused(() -> platform(() -> records.restore("visit", first.id()))))
                .isTrue();
    }

    @Test
    void letsOneOfManyWritersHaveAValueWhileItsColumnIsBuilt() {
        publish(false);
        create("first");
        publish(true);
        var outcomes = new ArrayList<Future<Boolean>>();
        try (var writers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int number = 0; number < WRITERS; number++) {
                outcomes.add(writers.submit(() -> !isTaken("wanted")));
            }
            runJob();
        }
        assertThat(won(outcomes)).isEqualTo(1);
        runJob();
        assertThat(unique().path("state").asString()).isEqualTo("enforced");
    }

    @Test
    void letsOneOfManyWritersHaveAValueThatIsMadeUniqueWhileTheyWrite() {
        publish(false);
        create("first");
        var before = new ArrayList<Future<Boolean>>();
        var after = new ArrayList<Future<Boolean>>();
        try (var writers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int number = 0; number < WRITERS / 2; number++) {
                before.add(writers.submit(() -> !isTaken("wanted")));
            }
            publish(true);
            for (int number = 0; number < WRITERS / 2; number++) {
                after.add(writers.submit(() -> !isTaken("Wanted")));
            }
        }
        runJob();
        int written = won(before) + won(after);
        assertThat(won(after)).isLessThanOrEqualTo(1);
        assertThat(count()).as("nobody was told of a record that is not there").isEqualTo(written + 1);
        assertThat(unique().path("state").asString()).isEqualTo(written == 1 ? "enforced" : "failed");
        assertThat(unique().path("against").asInt()).isEqualTo(written == 1 ? 0 : written);
        assertThat(isTaken("WANTED")).isTrue();
    }

    private static int won(List<Future<Boolean>> outcomes) {
        return (int) outcomes.stream().filter(Future::resultNow).count();
    }

    private void publish(boolean unique) {
        Publishing.publish(
                admin,
                "object/visit",
                "{\"label\":{\"en\":\"Visit\"}}",
                "field/visit.code",
                "{\"label\":{\"en\":\"Code\"},\"type\":\"text\",\"unique\":%s}".formatted(unique));
    }

    private Row create(String code) {
        return platform(
                () -> records.create("visit", RecordFixture.given("name", Value.text("v"), "code", Value.text(code))));
    }

    private long count() {
        return platform(() -> records.list(Query.of("visit").counted(Query.Count.EXACT)))
                .count();
    }

    private boolean isTaken(String code) {
        return isRefused(() -> create(code));
    }

    private static boolean isRefused(Runnable write) {
        try {
            write.run();
            return false;
        } catch (ProblemException taken) {
            assertThat(taken.violations()).extracting(wrong -> wrong.code()).containsExactly("record.taken");
            return true;
        }
    }

    private JsonNode unique() {
        return admin.get(METADATA + "/objects/visit/constraints")
                .json()
                .path("items")
                .valueStream()
                .filter(one -> one.path("kind").asString().equals("unique"))
                .findFirst()
                .orElseThrow();
    }

    private void runJob() {
        int turns = 0;
        while (job.turn(tenant)) {
            assertThat(++turns).isLessThan(500);
        }
    }

    /** As the job does by itself some minutes after it was stuck. */
    private void tryAgain() {
        var transaction = context.getBean(TransactionTemplate.class);
        platform(() -> transaction.execute(status -> context.getBean(JdbcClient.class)
                .sql("update engine.rec_slot_progress set due_at = now() where tenant_id = ?")
                .param(tenant.id().value())
                .update()));
        runJob();
    }

    private <T> T platform(ScopedValue.CallableOp<T, RuntimeException> work) {
        return TenantScope.call(Caller.platform(tenant), work);
    }
}
