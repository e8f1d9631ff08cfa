package io.qudao.record.internal.slot;

import static org.assertj.core.api.Assertions.assertThat;

import io.qudao.kernel.Value;
import io.qudao.metadata.Metadata;
import io.qudao.metadata.Placement;
import io.qudao.metadata.SlotStates;
import io.qudao.record.Query;
import io.qudao.record.RecordFixture;
import io.qudao.record.Records;
import io.qudao.record.internal.row.RecordProperties;
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
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Slots of objects that have records already: filled and scrubbed while records are read and written. */
@HttpTest
class SlotJobIntegrationTests {
    private static final int MANY = 2_500;

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Records records;

    @Autowired
    private Metadata metadata;

    @Autowired
    private SlotStates slots;

    @Autowired
    private TransactionTemplate transaction;

    private Tenant tenant;
    private ApiClient admin;
    private SlotJob job;

    @BeforeEach
    void makeVisits() {
        tenant = TenantFixture.create(context);
        admin = ApiClient.admin(context, tenant);
        var atOnce = new RecordProperties(Duration.ofSeconds(30), Duration.ZERO, Duration.ZERO);
        job = new SlotJob(
                slots,
                context.getBean(SlotRows.class),
                context.getBean(SlotProgress.class),
                transaction,
                atOnce,
                context.getBean(Clock.class));
        Publishing.publish(admin, "object/visit", "{\"label\":{\"en\":\"Visit\"}}", "field/visit.note", note(false));
    }

    @Test
    void fillsASlotForRecordsFromBefore() {
        add(MANY);
        Publishing.publish(admin, "field/visit.note", note(true));
        assertThat(isReady()).isFalse();
        assertThat(found("Note 7")).isEqualTo(1);
        assertThat(count("t1 is not null")).isZero();
        runJob();
        assertThat(isReady()).isTrue();
        assertThat(count("t1 is not null")).isEqualTo(MANY);
        assertThat(found("Note 7")).isEqualTo(1);
        assertThat(found("note 7")).isZero();
        assertThat(platform(() -> records.list(
                                Query.of("visit").descending("note").first(1)))
                        .rows()
                        .getFirst()
                        .value("note"))
                .isEqualTo(Value.text("Note 999"));
    }

    @Test
    void scrubsASlotThatWasGivenUp() {
        Publishing.publish(admin, "field/visit.note", note(true));
        runJob();
        add(50);
        assertThat(count("t1 is not null")).isEqualTo(50);
        Publishing.publish(admin, "field/visit.note", note(false));
        runJob();
        assertThat(count("t1 is not null")).isZero();
        assertThat(platform(slots::pending)).isEmpty();
        assertThat(found("Note 7")).isEqualTo(1);
    }

    @Test
    void fillsWhileRecordsAreWritten() throws ExecutionException, InterruptedException {
        var ids = add(MANY);
        Publishing.publish(admin, "field/visit.note", note(true));
        var over = new AtomicBoolean();
        try (var writers = Executors.newFixedThreadPool(2)) {
            var work = new ArrayList<Future<Integer>>();
            for (int writer = 0; writer < 2; writer++) {
                int first = writer;
                work.add(writers.submit(() -> changeEverySecond(ids, first, over)));
            }
            runJob();
            over.set(true);
            for (var each : work) {
                assertThat(each.get()).isPositive();
            }
        }
        assertThat(isReady()).isTrue();
        assertThat(count("t1 is distinct from lower(data->>'a1')")).isZero();
        assertThat(count("t1 is not null")).isEqualTo(MANY);
    }

    @Test
    void waitsWhereValuesMustBeUniqueAndAreNot() {
        add(3);
        var twin = platform(() ->
                records.create("visit", RecordFixture.given("name", Value.text("twin"), "note", Value.text("NOTE 1"))));
        Publishing.publish(
                admin, "field/visit.note", "{\"label\":{\"en\":\"Note\"},\"type\":\"text\",\"unique\":true}");
        runJob();
        assertThat(isReady()).isFalse();
        assertThat(count("u1 is not null")).isEqualTo(3);
        assertThat(admin.post("/api/v1/records/visit", "{\"name\":\"z\",\"note\":\"Note 2\"}")
                        .violations())
                .containsExactly("note:record.taken");
        assertThat(twin.version()).isEqualTo(1);
    }

    private static String note(boolean filterable) {
        return "{\"label\":{\"en\":\"Note\"},\"type\":\"text\",\"filterable\":" + filterable + "}";
    }

    private int changeEverySecond(List<UUID> ids, int first, AtomicBoolean over) {
        int written = 0;
        for (int index = first; !over.get(); index += 2) {
            var id = ids.get(index % ids.size());
            platform(() -> {
                var row = records.read("visit", id);
                var changed = Value.text("Changed " + row.version());
                return records.patch("visit", id, row.version(), RecordFixture.given("note", changed));
            });
            written++;
        }
        return written;
    }

    private void runJob() {
        int turns = 0;
        while (job.turn(tenant)) {
            assertThat(++turns).isLessThan(500);
        }
    }

    private List<UUID> add(int count) {
        var ids = new ArrayList<UUID>();
        for (int start = 0; start < count; start += Records.MOST_IN_BATCH) {
            var batch = IntStream.range(start, Math.min(count, start + Records.MOST_IN_BATCH))
                    .mapToObj(number ->
                            RecordFixture.given("name", Value.text("v" + number), "note", Value.text("Note " + number)))
                    .toList();
            ids.addAll(platform(() -> records.createAll("visit", batch)));
        }
        return ids;
    }

    private long found(String note) {
        var counted = Query.of("visit").where("note == '" + note + "'").counted(Query.Count.EXACT);
        return platform(() -> records.list(counted)).count();
    }

    private boolean isReady() {
        var placement = platform(() -> metadata.current()
                .object("visit")
                .orElseThrow()
                .field("note")
                .orElseThrow()
                .placement());
        return placement instanceof Placement.Slot slot && slot.isReady();
    }

    private long count(String condition) {
        return platform(() -> {
            var type = metadata.current().object("visit").orElseThrow();
            String sql = "select count(*) from " + type.storage().table() + " where object_id = ? and " + condition;
            return transaction.execute(status -> context.getBean(JdbcClient.class)
                    .sql(sql)
                    .param(type.id())
                    .query(Long.class)
                    .single());
        });
    }

    private <T> T platform(ScopedValue.CallableOp<T, RuntimeException> work) {
        return TenantScope.call(Caller.platform(tenant), work);
    }
}
