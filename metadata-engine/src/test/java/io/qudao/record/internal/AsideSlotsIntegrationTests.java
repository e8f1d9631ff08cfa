package io.qudao.record.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.qudao.kernel.ProblemException;
import io.qudao.kernel.Value;
import io.qudao.metadata.Metadata;
import io.qudao.metadata.Placement;
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
import io.qudao.testing.StatementCounter;
import io.qudao.testing.TenantFixture;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** Objects with more filterable and unique fields than their table has columns for. */
@HttpTest
class AsideSlotsIntegrationTests {
    private static final List<String> TYPES = List.of("text", "integer", "decimal", "date", "money");
    private static final int FIELDS = 40;
    private static final int RECORDS = 30;
    private static final int WRITERS = 200;

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Records records;

    @Autowired
    private Metadata metadata;

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
    void filtersAndSortsByFortyFieldsOfAnyTypes() {
        publishForty();
        for (int number = 1; number <= RECORDS; number++) {
            var record = values(number);
            platform(() -> records.create("visit", record));
        }
        assertFortyWork();
        var first = platform(() -> records.list(Query.of("visit").ascending("f40")))
                .rows()
                .getFirst();
        platform(() -> records.patch(
                "visit",
                first.id(),
                first.version(),
                RecordFixture.given("f35", Value.text("changed"), "f40", Value.none())));
        assertThat(count("f35 == 'changed'")).isEqualTo(1);
        assertThat(count("f35 == 'T001'")).isZero();
        assertThat(platform(() -> records.list(Query.of("visit").ascending("f40")))
                        .rows()
                        .getLast()
                        .id())
                .isEqualTo(first.id());
    }

    @Test
    void writesAllThatStandsAsideAtOnce() throws Exception {
        publishForty();
        var one = List.of(RecordFixture.given("name", Value.text("v"), "f40", Value.text("one")));
        platformStatements(one);
        int ofOne = platformStatements(one);
        int ofAll = platformStatements(IntStream.rangeClosed(1, RECORDS)
                .mapToObj(AsideSlotsIntegrationTests::values)
                .toList());
        assertThat(ofAll).isEqualTo(ofOne);
        assertThat(count("f40 == 'one' || f40 == 'T007'")).isEqualTo(3);
    }

    private int platformStatements(List<Value.Fields> batch) throws Exception {
        return TenantScope.call(
                Caller.platform(tenant), () -> StatementCounter.during(() -> records.createAll("visit", batch)));
    }

    @Test
    void fillsAndEmptiesWhatStandsAsideForRecordsFromBefore() {
        publishForty();
        Publishing.publish(admin, "field/visit.late", "{\"label\":{\"en\":\"L\"},\"type\":\"text\"}");
        for (int number = 1; number <= RECORDS; number++) {
            String text = "Late %03d".formatted(number);
            platform(() ->
                    records.create("visit", RecordFixture.given("name", Value.text("v"), "late", Value.text(text))));
        }
        String late = "{\"label\":{\"en\":\"L\"},\"type\":\"text\",\"filterable\":%s}";
        Publishing.publish(admin, "field/visit.late", late.formatted(true));
        assertThat(slot("late").isAside()).isTrue();
        assertThat(count("late == 'Late 007'")).isEqualTo(1);
        runJob();
        assertThat(slot("late").isReady()).isTrue();
        assertThat(count("late == 'Late 007'")).isEqualTo(1);
        assertThat(count("startsWith(late, 'Late 01')")).isEqualTo(10);
        assertThat(platform(() -> records.list(
                                Query.of("visit").descending("late").first(3)))
                        .rows())
                .extracting(row -> row.value("late"))
                .containsExactly(Value.text("Late 030"), Value.text("Late 029"), Value.text("Late 028"));
        Publishing.publish(admin, "field/visit.late", late.formatted(false));
        runJob();
        Publishing.publish(admin, "field/visit.late", late.formatted(true));
        assertThat(slot("late").isReady()).isFalse();
        runJob();
        assertThat(count("late == 'Late 007'")).isEqualTo(1);
    }

    @Test
    void keepsEveryUniqueFieldUniqueWheneverItWasMadeSo() {
        publishUnique(false);
        var one = create("same");
        var two = create("same");
        publishUnique(true);
        runJob();
        assertThat(slot("u3").isAside()).isTrue();
        assertThat(slot("u3").isReady()).isFalse();
        var failed = constraint("u3");
        assertThat(failed.path("state").asString()).isEqualTo("failed");
        assertThat(failed.path("against").asInt()).isEqualTo(2);
        assertThat(failed.path("examples").path(0).path("value").asString()).isEqualTo("same");
        assertThat(failed.path("examples").path(0).path("record").asString())
                .isEqualTo(one.id().toString());
        assertThat(constraint("u1").path("state").asString()).isEqualTo("enforced");
        patch(two.id(), "other");
        runJob();
        assertThat(slot("u3").isReady()).isFalse();
        assertThat(refused(() -> create("OTHER"))).isTrue();
        assertThat(refused(() -> create("same"))).isTrue();
        platform(() -> {
            records.delete("visit", one.id(), records.read("visit", one.id()).version());
            return one;
        });
        create("same");
        assertThat(refused(() -> platform(() -> records.restore("visit", one.id()))))
                .isTrue();
    }

    @Test
    void letsOneOfManyWritersHaveAValueThatWasMadeUniqueMeanwhile() throws ExecutionException, InterruptedException {
        publishUnique(false);
        create("first");
        publishUnique(true);
        var outcomes = new ArrayList<Future<Boolean>>();
        try (var writers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int number = 0; number < WRITERS; number++) {
                Callable<Boolean> write = () -> !refused(() -> create("wanted"));
                outcomes.add(writers.submit(write));
            }
            runJob();
        }
        int won = 0;
        for (var outcome : outcomes) {
            won += outcome.get() ? 1 : 0;
        }
        assertThat(won).isEqualTo(1);
        runJob();
        assertThat(slot("u3").isReady()).isTrue();
        assertThat(count("u3 == 'wanted'")).isEqualTo(1);
    }

    private JsonNode constraint(String field) {
        return admin.get("/api/v1/metadata/objects/visit/constraints")
                .json()
                .path("items")
                .valueStream()
                .filter(one -> one.path("field").asString().equals(field))
                .findFirst()
                .orElseThrow();
    }

    private void publishForty() {
        var components = new ArrayList<String>(List.of("object/visit", label("Visit")));
        for (int number = 1; number <= FIELDS; number++) {
            components.add("field/visit.f" + number);
            components.add("{\"label\":{\"en\":\"F\"},\"type\":\"%s\",\"filterable\":true}".formatted(type(number)));
        }
        Publishing.publish(admin, components.toArray(String[]::new));
    }

    private static String type(int number) {
        return TYPES.get(number % TYPES.size());
    }

    private static Value.Fields values(int record) {
        var values = new LinkedHashMap<String, Value>();
        values.put("name", Value.text("Visit " + record));
        for (int number = 1; number <= FIELDS; number++) {
            values.put("f" + number, value(type(number), record));
        }
        return new Value.Fields(values);
    }

    private static Value value(String type, int record) {
        return switch (type) {
            case "text" -> Value.text("T%03d".formatted(record));
            case "date" -> Value.of(LocalDate.of(2026, 1, 1).plusDays(record));
            case "integer" -> Value.of(record);
            default -> Value.text(record + ".50");
        };
    }

    private void assertFortyWork() {
        for (int number = 1; number <= FIELDS; number++) {
            String field = "f" + number;
            String condition = switch (type(number)) {
                case "text" -> " == 'T007'";
                case "date" -> " == date('2026-01-08')";
                case "integer" -> " == 7";
                default -> " == 7.50";
            };
            assertThat(count(field + condition)).as(field).isEqualTo(1);
            assertThat(count(field + condition + " || f5 == 'T009'")).as(field).isEqualTo(2);
            assertThat(names(field, false)).as(field).isEqualTo(names(RECORDS, false));
            assertThat(names(field, true)).as(field).isEqualTo(names(RECORDS, true));
        }
    }

    private List<String> names(String sort, boolean descending) {
        var names = new ArrayList<String>();
        String next = null;
        do {
            String cursor = next;
            var query = descending
                    ? Query.of("visit").descending(sort)
                    : Query.of("visit").ascending(sort);
            var page = platform(() -> records.list(query.first(11).after(cursor)));
            page.rows().forEach(row -> names.add(row.name()));
            next = page.next();
        } while (next != null);
        return names;
    }

    private static List<String> names(int records, boolean descending) {
        return IntStream.rangeClosed(1, records)
                .mapToObj(number -> "Visit " + (descending ? records + 1 - number : number))
                .toList();
    }

    private void publishUnique(boolean third) {
        String unique = "{\"label\":{\"en\":\"U\"},\"type\":\"text\",\"unique\":%s}";
        Publishing.publish(
                admin,
                "object/visit",
                label("Visit"),
                "field/visit.u1",
                unique.formatted(true),
                "field/visit.u2",
                unique.formatted(true),
                "field/visit.u3",
                unique.formatted(third));
    }

    private Row create(String value) {
        return platform(
                () -> records.create("visit", RecordFixture.given("name", Value.text("v"), "u3", Value.text(value))));
    }

    private void patch(UUID id, String value) {
        platform(() -> records.patch(
                "visit", id, records.read("visit", id).version(), RecordFixture.given("u3", Value.text(value))));
    }

    private static boolean refused(Callable<?> write) throws IllegalStateException {
        try {
            write.call();
            return false;
        } catch (ProblemException taken) {
            assertThat(taken.violations()).extracting(wrong -> wrong.code()).containsExactly("record.taken");
            return true;
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    private long count(String filter) {
        return platform(() -> records.list(Query.of("visit").where(filter).counted(Query.Count.EXACT)))
                .count();
    }

    private Placement.Slot slot(String field) {
        return (Placement.Slot) platform(() -> metadata.current()
                .object("visit")
                .orElseThrow()
                .field(field)
                .orElseThrow()
                .placement());
    }

    private void runJob() {
        int turns = 0;
        while (job.turn(tenant)) {
            assertThat(++turns).isLessThan(500);
        }
    }

    private static String label(String text) {
        return "{\"label\":{\"en\":\"%s\"}}".formatted(text);
    }

    private <T> T platform(ScopedValue.CallableOp<T, RuntimeException> work) {
        return TenantScope.call(Caller.platform(tenant), work);
    }
}
