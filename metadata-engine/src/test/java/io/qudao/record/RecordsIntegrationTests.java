package io.qudao.record;

import static io.qudao.record.FieldDraft.field;
import static io.qudao.record.RecordFixture.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qudao.kernel.CommonProblem;
import io.qudao.kernel.CurrencyCode;
import io.qudao.kernel.Ids;
import io.qudao.kernel.Money;
import io.qudao.kernel.ProblemException;
import io.qudao.kernel.Value;
import io.qudao.metadata.DataType;
import io.qudao.metadata.ObjectType;
import io.qudao.record.RecordsChanged.Kind;
import io.qudao.tenancy.Caller;
import io.qudao.tenancy.Tenant;
import io.qudao.tenancy.TenantScope;
import io.qudao.testing.EngineTestApplication;
import io.qudao.testing.RecordedChanges;
import io.qudao.testing.TenantFixture;
import io.qudao.testing.TestStack;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.ContextConfiguration;

/** Records of custom objects: added, read, changed, deleted, restored. */
@SpringBootTest(classes = {EngineTestApplication.class, RecordFixture.class})
@ContextConfiguration(initializers = TestStack.class)
class RecordsIntegrationTests {
    @Autowired
    private ApplicationContext context;

    @Autowired
    private RecordFixture fixture;

    @Autowired
    private Records records;

    @Autowired
    private RecordedChanges changes;

    private Tenant tenant;

    @BeforeEach
    void declareVisits() {
        tenant = TenantFixture.create(context);
        visit(tenant);
    }

    private ObjectType visit(Tenant owner) {
        return fixture.cell(
                owner,
                "visit",
                List.of(
                        field("a1", "note", DataType.TEXT).slot("t1").build(),
                        field("a2", "guests", DataType.INTEGER).slot("n1").build(),
                        field("a3", "score", DataType.DECIMAL).slot("n2").build(),
                        field("a4", "done", DataType.BOOLEAN).build(),
                        field("a5", "day", DataType.DATE).slot("d1").build(),
                        field("a6", "at", DataType.DATE_TIME).slot("d2").build(),
                        field("a7", "status", DataType.PICKLIST)
                                .options("open", "closed")
                                .defaultsTo("'open'")
                                .slot("t2")
                                .build(),
                        field("a8", "before", DataType.LOOKUP)
                                .to("visit")
                                .slot("r1")
                                .build(),
                        field("a9", "cost", DataType.MONEY).slot("n3").build(),
                        field("a10", "code", DataType.TEXT).unique().slot("u1").build(),
                        field("a11", "badge", DataType.TEXT).unique().build(),
                        field("a12", RecordedChanges.FIELD, DataType.TEXT).build()));
    }

    private <T> T platform(ScopedValue.CallableOp<T, RuntimeException> work) {
        return TenantScope.call(Caller.platform(tenant), work);
    }

    @Test
    void keepsEveryTypeExactly() {
        var first = platform(() -> records.create("visit", given("name", Value.text("first"))));
        var all = given(
                "name", Value.text("客户拜访 \"A\""),
                "note", Value.text("多行\n\ttext 😀"),
                "guests", Value.of(Long.MAX_VALUE),
                "score", Value.of(new BigDecimal("-9999999999999999.99")),
                "done", Value.of(true),
                "day", Value.of(LocalDate.of(2024, 2, 29)),
                "at", Value.of(Instant.parse("2024-02-29T23:59:59.123456Z")),
                "status", Value.text("closed"),
                "before", Value.of(first.id()),
                "cost", Value.of(Money.of("12.50", CurrencyCode.USD)),
                "code", Value.text("X-1"),
                "badge", Value.text("B-1"));
        var created = platform(() -> records.create("visit", all));
        var read = platform(() -> records.read("visit", created.id()));
        all.values()
                .forEach((name, value) -> assertThat(read.value(name)).as(name).isEqualTo(value));
        assertThat(read).isEqualTo(created);
        assertThat(read.version()).isEqualTo(1);
        assertThat(read.name()).isEqualTo("客户拜访 \"A\"");
    }

    @Test
    void takesWhatJsonHas() {
        var created = platform(() -> records.create(
                "visit",
                given(
                        "name", Value.text("json"),
                        "guests", Value.of(new BigDecimal("3.0")),
                        "score", Value.text("1.5"),
                        "day", Value.text("2024-02-29"),
                        "at", Value.text("2024-03-01T07:59:59+08:00"),
                        "cost", given("amount", Value.of(7), "currency", Value.text("CNY")))));
        assertThat(created.value("guests")).isEqualTo(Value.of(3));
        assertThat(created.value("score")).isEqualTo(Value.of(new BigDecimal("1.50")));
        assertThat(created.value("day")).isEqualTo(Value.of(LocalDate.of(2024, 2, 29)));
        assertThat(created.value("at")).isEqualTo(Value.of(Instant.parse("2024-02-29T23:59:59Z")));
        assertThat(created.value("cost")).isEqualTo(Value.of(Money.of("7.00", CurrencyCode.CNY)));
        assertThat(created.value("status")).isEqualTo(Value.text("open"));
    }

    @Test
    void reportsEverythingThatIsWrongAtOnce() {
        fixture.rule(tenant, "visit", "guests > 100", "Too many guests", "guests");
        assertThat(violationsOf(() -> records.create(
                        "visit",
                        given(
                                "guests", Value.of(new BigDecimal("1.5")),
                                "score", Value.of(new BigDecimal("1.234")),
                                "done", Value.text("yes"),
                                "day", Value.text("2024-02-30"),
                                "at", Value.text("yesterday"),
                                "status", Value.text("lost"),
                                "before", Value.of(Ids.next()),
                                "cost", given("amount", Value.of(1), "currency", Value.text("XYZW")),
                                "colour", Value.text("red"),
                                "created_at", Value.text("2024-01-01T00:00:00Z"),
                                "note", Value.text("a\0b")))))
                .containsExactlyInAnyOrder(
                        "name:required",
                        "guests:wrong_type",
                        "score:record.scale",
                        "done:wrong_type",
                        "day:wrong_type",
                        "at:wrong_type",
                        "status:not_one_of",
                        "before:record.target_missing",
                        "cost:record.currency",
                        "colour:unknown_field",
                        "created_at:record.read_only",
                        "note:unstorable_character");
        assertThat(violationsOf(
                        () -> records.create("visit", given("name", Value.text("crowd"), "guests", Value.of(101)))))
                .containsExactly("guests:record.rule");
        assertThat(platform(() -> records.list(Query.of("visit"))).rows()).isEmpty();
    }

    @Test
    void changesOnlyWhatIsGivenAndCountsVersions() {
        var created = platform(() -> records.create(
                "visit", given("name", Value.text("n"), "note", Value.text("old"), "guests", Value.of(2))));
        var patched = platform(() -> records.patch(
                "visit", created.id(), 1, given("note", Value.none(), "score", Value.of(new BigDecimal("2.25")))));
        assertThat(patched.version()).isEqualTo(2);
        assertThat(patched.value("note").isNull()).isTrue();
        assertThat(patched.value("guests")).isEqualTo(Value.of(2));
        assertThat(platform(() -> records.read("visit", created.id())).values()).isEqualTo(patched.values());
        assertThat(platform(() -> records.list(Query.of("visit").where("score == 2.25 && note == null")))
                        .rows())
                .hasSize(1);
        assertThatThrownBy(() -> platform(() -> records.patch("visit", created.id(), 1, given("guests", Value.of(3)))))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        stale -> assertThat(stale.problem()).isEqualTo(CommonProblem.STALE));
        assertThat(platform(() -> records.patch("visit", created.id(), 2, given("guests", Value.of(2))))
                        .version())
                .isEqualTo(2);
        assertThat(changes()).containsExactly(Kind.CREATED, Kind.CHANGED);
    }

    @Test
    void keepsUniqueValuesUnique() {
        var first = platform(() -> records.create(
                "visit", given("name", Value.text("1"), "code", Value.text("Ab"), "badge", Value.text("Z"))));
        assertThat(violationsOf(
                        () -> records.create("visit", given("name", Value.text("2"), "code", Value.text("aB")))))
                .containsExactly("code:record.taken");
        assertThat(violationsOf(
                        () -> records.create("visit", given("name", Value.text("2"), "badge", Value.text("z")))))
                .containsExactly("badge:record.taken");
        var second = platform(() -> records.create(
                "visit", given("name", Value.text("2"), "code", Value.text("c"), "badge", Value.text("d"))));
        assertThat(violationsOf(() -> records.patch("visit", second.id(), 1, given("code", Value.text("AB")))))
                .containsExactly("code:record.taken");
        assertThat(violationsOf(() -> records.patch("visit", second.id(), 1, given("badge", Value.text("Z")))))
                .containsExactly("badge:record.taken");
        platform(() -> records.patch("visit", first.id(), 1, given("code", Value.none(), "badge", Value.text("y"))));
        platform(() ->
                records.patch("visit", second.id(), 1, given("code", Value.text("AB"), "badge", Value.text("Z"))));
    }

    @Test
    void keepsDeletedRecordsUntilRestored() {
        var created = platform(() -> records.create(
                "visit", given("name", Value.text("gone"), "code", Value.text("k"), "badge", Value.text("b"))));
        delete(created.id(), 1);
        assertThat(platform(() -> records.find("visit", created.id()))).isEmpty();
        assertThat(platform(() -> records.list(Query.of("visit"))).rows()).isEmpty();
        assertThat(platform(() -> records.list(Query.of("visit").inRecycleBin()))
                        .rows())
                .extracting(Row::id)
                .containsExactly(created.id());
        var next = platform(() -> records.create(
                "visit", given("name", Value.text("next"), "code", Value.text("k"), "badge", Value.text("b"))));
        assertThat(violationsOf(() -> records.restore("visit", created.id()))).isNotEmpty();
        delete(next.id(), 1);
        var back = platform(() -> records.restore("visit", created.id()));
        assertThat(back.version()).isEqualTo(3);
        assertThat(back.value("code")).isEqualTo(Value.text("k"));
        assertThat(violationsOf(() -> records.create("visit", given("name", Value.text("x"), "code", Value.text("K")))))
                .containsExactly("code:record.taken");
        assertThatThrownBy(() -> delete(created.id(), 1))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        stale -> assertThat(stale.problem()).isEqualTo(CommonProblem.STALE));
    }

    @Test
    void addsABatchWholeOrNotAtAll() {
        var good = given("name", Value.text("a"), "code", Value.text("1"));
        var twin = given("name", Value.text("b"), "code", Value.text("1"));
        var bad = given("name", Value.text("c"), "guests", Value.text("many"), "before", Value.of(Ids.next()));
        assertThatThrownBy(() -> platform(() -> records.createAll("visit", List.of(good, twin, bad))))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        wrong -> assertThat(wrong.violations())
                                .extracting(
                                        violation -> violation.row() + ":" + violation.field() + ":" + violation.code())
                                .containsExactlyInAnyOrder(
                                        "2:code:record.taken",
                                        "3:guests:wrong_type",
                                        "3:before:record.target_missing"));
        assertThat(platform(() -> records.list(Query.of("visit"))).rows()).isEmpty();
        var ids = platform(() -> records.createAll("visit", List.of(good, given("name", Value.text("d")))));
        assertThat(platform(() -> records.list(Query.of("visit"))).rows())
                .extracting(Row::id)
                .containsExactlyInAnyOrderElementsOf(ids);
        assertThatThrownBy(() ->
                        platform(() -> records.createAll("visit", List.of(given("name", Value.text("e")), twin))))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        wrong -> assertThat(wrong.violations())
                                .singleElement()
                                .satisfies(taken -> assertThat(taken.row()).isEqualTo(2)));
    }

    @Test
    void namesTheRecordsThatLookUpsReferTo() {
        var first = platform(() -> records.create("visit", given("name", Value.text("first"))));
        platform(() -> records.create("visit", given("name", Value.text("second"), "before", Value.of(first.id()))));
        var page = platform(() -> records.list(Query.of("visit").labelled()));
        assertThat(page.rows().getLast().labels()).containsEntry(first.id(), "first");
        assertThat(platform(() -> records.labels("visit", List.of(first.id(), Ids.next()))))
                .containsOnlyKeys(first.id());
    }

    @Test
    void knowsNothingOfOtherTenants() { // T1
        var created = platform(() -> records.create("visit", given("name", Value.text("mine"))));
        var mine = tenant;
        tenant = TenantFixture.create(context);
        var theirs = visit(tenant);
        assertThat(platform(() -> records.find("visit", created.id()))).isEmpty();
        assertThat(violationsOf(() ->
                        records.create("visit", given("name", Value.text("x"), "before", Value.of(created.id())))))
                .containsExactly("before:record.target_missing");
        fixture.cell(
                tenant,
                "visit",
                idOf(mine),
                theirs.fields().subList(3, theirs.fields().size()));
        assertThat(platform(() -> records.find("visit", created.id()))).isEmpty();
        assertThat(platform(() -> records.list(Query.of("visit"))).rows()).isEmpty();
    }

    private int idOf(Tenant owner) {
        return TenantScope.call(
                Caller.platform(owner),
                () -> fixture.declaredMetadata()
                        .current()
                        .object("visit")
                        .orElseThrow()
                        .id());
    }

    private void delete(UUID id, long version) {
        platform(() -> {
            records.delete("visit", id, version);
            return id;
        });
    }

    private List<Kind> changes() {
        return changes.of(tenant).stream().map(RecordsChanged::kind).toList();
    }

    private List<String> violationsOf(ScopedValue.CallableOp<?, RuntimeException> work) {
        try {
            TenantScope.call(Caller.platform(tenant), work::call);
            return List.of();
        } catch (ProblemException problem) {
            assertThat(problem.problem()).isEqualTo(RecordProblem.INVALID);
            return problem.violations().stream()
                    .map(violation -> violation.field() + ":" + violation.code())
                    .toList();
        }
    }
}
