package io.qudao.record;

import static io.qudao.record.FieldDraft.field;
import static io.qudao.record.RecordFixture.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.qudao.kernel.Ids;
import io.qudao.kernel.ProblemException;
import io.qudao.kernel.Value;
import io.qudao.metadata.DataType;
import io.qudao.metadata.Field;
import io.qudao.metadata.PermissionSet.ObjectRights;
import io.qudao.metadata.PermissionSet.Rows;
import io.qudao.record.RecordsChanged.Kind;
import io.qudao.record.StandardRecords.Written;
import io.qudao.tenancy.Caller;
import io.qudao.tenancy.Tenant;
import io.qudao.tenancy.TenantScope;
import io.qudao.testing.EngineTestApplication;
import io.qudao.testing.RecordedChanges;
import io.qudao.testing.TenantFixture;
import io.qudao.testing.TestStack;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.ContextConfiguration;

/** The events of a record's change, and the rules it is checked against. */
@SpringBootTest(classes = {EngineTestApplication.class, RecordFixture.class})
@ContextConfiguration(initializers = TestStack.class)
class RecordChangesIntegrationTests {
    @Autowired
    private ApplicationContext context;

    @Autowired
    private RecordFixture fixture;

    @Autowired
    private Records records;

    @Autowired
    private StandardRecords standard;

    @Autowired
    private RecordedChanges changes;

    private Tenant tenant;
    private Caller platform;
    private int object;

    @BeforeEach
    void declareTasks() {
        tenant = TenantFixture.create(context);
        platform = Caller.platform(tenant);
        object = fixture.cell(tenant, "task", fields()).id();
        changes.take(tenant);
    }

    private static List<Field> fields(Field... more) {
        var fields = new ArrayList<>(List.of(
                field("a1", RecordedChanges.FIELD, DataType.TEXT).build(),
                field("a2", "hours", DataType.INTEGER).build(),
                field("a3", "before", DataType.LOOKUP).to("task").build()));
        fields.addAll(List.of(more));
        return fields;
    }

    private <T> T as(Caller caller, ScopedValue.CallableOp<T, RuntimeException> work) {
        return TenantScope.call(caller, work);
    }

    private Row task(String name, Object... more) {
        var values = new ArrayList<Object>(List.of("name", Value.text(name)));
        values.addAll(List.of(more));
        return as(platform, () -> records.create("task", given(values.toArray())));
    }

    private void delete(Row row) {
        as(platform, () -> {
            records.delete("task", row.id(), row.version());
            return row;
        });
    }

    @Test
    void tellsWhatWasBeforeAndWhatIsAfter() {
        var made = task("a", "hours", Value.of(1));
        var patched = as(platform, () -> records.patch("task", made.id(), 1, given("hours", Value.of(2))));
        delete(patched);
        as(platform, () -> records.restore("task", made.id()));
        var told = changes.take(tenant);
        assertThat(told)
                .extracting(RecordsChanged::kind)
                .containsExactly(Kind.CREATED, Kind.CHANGED, Kind.DELETED, Kind.RESTORED);
        assertThat(told).allSatisfy(event -> {
            assertThat(event.object()).isEqualTo("task");
            assertThat(event.ids()).containsExactly(made.id());
            assertThat(event.by()).isEqualTo(platform.member());
            assertThat(event.release()).isEqualTo(1);
        });
        var change = told.get(1).changes().getFirst();
        assertThat(change.fields()).containsExactly("hours", "updated_at");
        assertThat(change.before().values()).containsEntry("hours", Value.of(1)).containsEntry("name", Value.text("a"));
        assertThat(change.after().values()).containsEntry("hours", Value.of(2)).containsEntry("name", Value.text("a"));
        assertThat(told.getFirst().changes().getFirst().before().values()).isEmpty();
        assertThat(told.get(2).changes().getFirst().after().values()).isEmpty();
        assertThat(told.get(2).changes().getFirst().before().values()).containsEntry("hours", Value.of(2));
    }

    @Test
    void keepsWhatOthersReferTo() {
        var first = task("first");
        var second = task("second", "before", Value.of(first.id()));
        var refused = catchThrowableOfType(ProblemException.class, () -> delete(first));
        assertThat(refused.problem()).isEqualTo(RecordProblem.IN_USE);
        assertThat(refused.violations())
                .singleElement()
                .satisfies(used -> assertThat(used.arguments()).containsExactly("task", "1"));
        delete(second);
        delete(first);
        assertThat(violations(platform, () -> records.restore("task", second.id())))
                .containsExactly("before:record.target_missing");
    }

    @Test
    void tellsOfThoseThatReferToARecordOnlyThoseTheCallerSees() {
        var own = fixture.member(tenant, RecordFixture.rights(Rows.OWN), null);
        var first = as(own, () -> records.create("task", given("name", Value.text("first"))));
        var mine = as(own, () -> records.create("task", given("name", Value.text("mine"))));
        task("of somebody else", "before", Value.of(first.id()));
        assertThat(used(own, first)).containsExactly("record.in_use_unseen []");
        as(own, () -> records.patch("task", mine.id(), mine.version(), given("before", Value.of(first.id()))));
        assertThat(used(own, first)).containsExactly("record.in_use [task, 1]");
        assertThat(used(platform, first)).containsExactly("record.in_use [task, 2]");
    }

    private List<String> used(Caller caller, Row row) {
        var refused = catchThrowableOfType(
                ProblemException.class,
                () -> as(caller, () -> {
                    records.delete("task", row.id(), row.version());
                    return row;
                }));
        assertThat(refused.problem()).isEqualTo(RecordProblem.IN_USE);
        return refused.violations().stream()
                .map(violation -> violation.code() + " " + violation.arguments())
                .toList();
    }

    @Test
    void stopsNoChangeByAFieldThatIsRequiredAndWasEmpty() {
        var old = task("old");
        fixture.cell(
                tenant,
                "task",
                object,
                fields(field("a4", "risk", DataType.TEXT).required().build()));
        var blind = fixture.member(
                tenant, new ObjectRights(true, true, true, true, Set.of("risk"), Set.of(), Rows.ALL), null);
        var renamed = as(blind, () -> records.patch("task", old.id(), 1, given("name", Value.text("new"))));
        assertThat(renamed.name()).isEqualTo("new");
        var filled = as(platform, () -> records.patch("task", old.id(), 2, given("risk", Value.text("high"))));
        assertThat(violations(
                        platform, () -> records.patch("task", old.id(), filled.version(), given("risk", Value.none()))))
                .containsExactly("risk:required");
    }

    @Test
    void saysWhoFillsInWhatACreatorMayNot() {
        fixture.cell(
                tenant,
                "task",
                object,
                fields(field("a4", "risk", DataType.TEXT).required().build()));
        var blind = fixture.member(
                tenant, new ObjectRights(true, true, true, true, Set.of("risk"), Set.of(), Rows.ALL), null);
        assertThat(violations(blind, () -> records.create("task", given("name", Value.text("a")))))
                .containsExactly(":record.required_of_others");
        var reader = fixture.member(
                tenant, new ObjectRights(true, true, true, true, Set.of(), Set.of("risk"), Rows.ALL), null);
        assertThat(violations(reader, () -> records.create("task", given("name", Value.text("a")))))
                .containsExactly("risk:record.required_of_others");
        assertThat(violations(platform, () -> records.create("task", given("name", Value.text("a")))))
                .containsExactly("risk:required");
    }

    @Test
    void stopsNoChangeByARuleThatItDoesNotConcern() {
        var old = task("old", "hours", Value.of(200));
        fixture.rule(tenant, "task", "hours > 100", "Too long", "hours");
        var renamed = as(platform, () -> records.patch("task", old.id(), 1, given("name", Value.text("new"))));
        assertThat(violations(
                        platform,
                        () -> records.patch("task", old.id(), renamed.version(), given("hours", Value.of(150)))))
                .containsExactly("hours:record.rule");
        as(platform, () -> records.patch("task", old.id(), renamed.version(), given("hours", Value.of(100))));
    }

    @Test
    void costsNoStatementWhereNobodyAsksAnything() {
        var columns = List.of(FieldDraft.column("name", DataType.TEXT).build());
        fixture.table(tenant, "quiet", "engine.there_is_no_such_table", "test_shop", columns);
        var row = Written.of(Ids.next());
        assertThat(as(platform, () -> standard.isAsked("quiet"))).isFalse();
        assertThat(as(platform, () -> standard.created("quiet", row))).isEqualTo(Value.Fields.EMPTY);
        assertThat(as(platform, () -> standard.createdAll("quiet", List.of(row))))
                .isEmpty();
        assertThat(as(platform, () -> standard.changed("quiet", row, () -> 7))).isEqualTo(7);
        assertThat(as(platform, () -> standard.changedAll("quiet", List.of(row), () -> {})))
                .isEmpty();
        fixture.rule(tenant, "quiet", "name == 'x'", "No", null);
        assertThat(as(platform, () -> standard.isAsked("quiet"))).isTrue();
    }

    private List<String> violations(Caller caller, ScopedValue.CallableOp<?, RuntimeException> work) {
        var refused = catchThrowableOfType(ProblemException.class, () -> TenantScope.call(caller, work::call));
        assertThat(refused.problem()).isEqualTo(RecordProblem.INVALID);
        return refused.violations().stream()
                .map(violation -> violation.field() + ":" + violation.code())
                .toList();
    }
}
