package io.qudao.record;

import static io.qudao.record.RecordFixture.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qudao.kernel.ProblemException;
import io.qudao.kernel.Value;
import io.qudao.metadata.Field;
import io.qudao.metadata.Label;
import io.qudao.metadata.ListView;
import io.qudao.metadata.ListView.Sort;
import io.qudao.metadata.PermissionSet.ObjectRights;
import io.qudao.metadata.PermissionSet.Rows;
import io.qudao.tenancy.Caller;
import io.qudao.tenancy.Tenant;
import io.qudao.tenancy.TenantScope;
import io.qudao.testing.EngineTestApplication;
import io.qudao.testing.StatementCounter;
import io.qudao.testing.TenantFixture;
import io.qudao.testing.TestStack;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.ContextConfiguration;

/** Where paths lead and where they do not, in lists and in rules. */
@SpringBootTest(classes = {EngineTestApplication.class, RecordFixture.class})
@ContextConfiguration(initializers = TestStack.class)
class PathRightsAndRulesIntegrationTests {
    @Autowired
    private ApplicationContext context;

    @Autowired
    private RecordFixture fixture;

    @Autowired
    private Records records;

    @Autowired
    private RecordTypes types;

    private Tenant tenant;
    private VisitsFixture visits;

    @BeforeEach
    void fill() {
        tenant = TenantFixture.create(context);
        visits = new VisitsFixture(tenant, fixture, records);
    }

    @Test
    void knowsNoFieldThatIsHiddenOnTheWay() {
        var rights = new HashMap<String, ObjectRights>();
        rights.put("visit", RecordFixture.rights(Rows.ALL));
        rights.put("outlet", hiding("note", "next"));
        var reader = fixture.member(tenant, rights);
        var list = new ListView(
                "visit",
                "some",
                Label.of("Some", "一些"),
                List.of("name", "outlet.note", "outlet.code", "outlet.region.name"),
                "outlet.note == 'open' && outlet.code == 'A'",
                List.of(new Sort("outlet.note", false), new Sort("outlet.code", false)));
        TenantScope.call(reader, () -> {
            for (String path : List.of("outlet.note", "outlet.region.name", "outlet.name.x", "outlet.nowhere")) {
                assertThat(violations(Query.of("visit").only(List.of(path)))).containsExactly("fields:unknown_field");
                assertThat(violations(Query.of("visit").ascending(path))).containsExactly("sort:unknown_field");
            }
            assertThat(violations(Query.of("visit").where("outlet.note == 'open'")))
                    .containsExactly("filter:expression.misspelt_field");
            assertThat(violations(Query.of("visit").where("outlet.region.name == 'x'")))
                    .containsExactly("filter:expression.unknown_field");
            var visible = types.visible(list);
            assertThat(visible.list().columns()).containsExactly("name", "outlet.code");
            assertThat(visible.list().filter()).isEqualTo("(outlet.code == 'A')");
            assertThat(visible.list().sort()).containsExactly(new Sort("outlet.code", false));
            assertThat(visible.fields()).extracting(Field::name).containsExactly("name", "outlet.code");
            assertThat(visible.fields().getLast().label()).isEqualTo(Label.of("outlet › code", "outlet › code"));
            return visible;
        });
        // A plan compiled for a member who sees more must not be used for one who sees less.
        var query = Query.of("visit").ascending("outlet.note");
        TenantScope.call(Caller.platform(tenant), () -> records.list(query));
        TenantScope.call(reader, () -> {
            assertThat(violations(query)).containsExactly("sort:unknown_field");
            return query;
        });
    }

    private static ObjectRights hiding(String... fields) {
        return new ObjectRights(false, true, false, false, Set.of(fields), Set.of(), Rows.ALL);
    }

    @Test
    void goesThroughThreeLookUpsAtMost() {
        TenantScope.call(Caller.platform(tenant), () -> {
            assertThat(violations(Query.of("visit").where("outlet.region.above.above.people == 1")))
                    .containsExactly("filter:expression.long_path");
            assertThat(violations(Query.of("visit").ascending("outlet.region.above.above.people")))
                    .containsExactly("sort:unknown_field");
            assertThat(records.list(Query.of("visit").where("outlet.region.above.people >= 0"))
                            .rows())
                    .isNotEmpty();
            return tenant;
        });
    }

    @Test
    void seesNothingOfDeletedRecords() {
        TenantScope.call(Caller.platform(tenant), () -> {
            var outlet = records.create("outlet", given("name", Value.text("gone"), "code", Value.text("gone")));
            var visit = records.create("visit", given("name", Value.text("last"), "outlet", Value.of(outlet.id())));
            var query = Query.of("visit").where("name == 'last'").only(List.of("outlet", "outlet.code"));
            assertThat(records.list(query).rows().getFirst().value("outlet.code"))
                    .isEqualTo(Value.text("gone"));
            records.delete("visit", visit.id(), 1);
            records.delete("outlet", outlet.id(), 1);
            var deleted = records.list(query.inRecycleBin()).rows().getFirst();
            assertThat(deleted.value("outlet")).isEqualTo(Value.of(outlet.id()));
            assertThat(deleted.value("outlet.code").isNull()).isTrue();
            assertThat(records.list(query.inRecycleBin().where("outlet.code == 'gone'"))
                            .rows())
                    .isEmpty();
            return visit;
        });
    }

    @Test
    void judgesByWhatARecordRefersTo() {
        fixture.rule(tenant, "visit", "outlet.region.above.people > 1 && guests > 5", "Too many", "guests");
        TenantScope.call(visits.keeper, () -> {
            var top = records.create("region", given("name", Value.text("top"), "people", Value.of(2)));
            var low = records.create("region", given("name", Value.text("low"), "above", Value.of(top.id())));
            var outlet = records.create("outlet", given("name", Value.text("o"), "region", Value.of(low.id())));
            var few = given("name", Value.text("few"), "outlet", Value.of(outlet.id()), "guests", Value.of(5));
            var many = given("name", Value.text("many"), "outlet", Value.of(outlet.id()), "guests", Value.of(6));
            var created = records.create("visit", few);
            assertThat(refused(() -> records.create("visit", many))).containsExactly("guests:record.rule");
            assertThat(refused(() -> records.createAll("visit", List.of(few, many, few, many))))
                    .containsExactly("guests:record.rule@2", "guests:record.rule@4");
            assertThat(refused(() -> records.patch("visit", created.id(), 1, given("guests", Value.of(7)))))
                    .containsExactly("guests:record.rule");
            // What changes at the other end stops nothing here until this record changes.
            records.patch("region", top.id(), 1, given("people", Value.of(1)));
            var grown = records.patch("visit", created.id(), 1, given("guests", Value.of(7)));
            records.patch("region", top.id(), 2, given("people", Value.of(3)));
            records.patch("visit", created.id(), grown.version(), given("name", Value.text("as it was")));
            return created;
        });
    }

    @Test
    void readsWhatRulesAskForInStepsAndNotByRecord() throws Exception {
        fixture.rule(tenant, "visit", "outlet.region.above.people > 100 || next.region.people > 100", "No", null);
        var few = IntStream.range(0, 2).mapToObj(this::visit).toList();
        var many = IntStream.range(0, 200).mapToObj(this::visit).toList();
        TenantScope.call(visits.keeper, () -> records.createAll("visit", few));
        int ofFew =
                TenantScope.call(visits.keeper, () -> StatementCounter.during(() -> records.createAll("visit", few)));
        int ofMany =
                TenantScope.call(visits.keeper, () -> StatementCounter.during(() -> records.createAll("visit", many)));
        assertThat(ofMany).isEqualTo(ofFew);
    }

    private Value.Fields visit(int number) {
        return given(
                "name", Value.text("v"),
                "outlet", Value.of(visits.outlets.get(number % visits.outlets.size())),
                "next", Value.of(visits.outlets.get((number + 3) % visits.outlets.size())));
    }

    @Test
    void asksOnceHoweverManyRowsAPageHas() throws Exception {
        var query = Query.of("visit")
                .only(List.of("outlet.region.above.name", "next.code"))
                .where("outlet.region.name != null")
                .ascending("outlet.code");
        assertThat(TenantScope.call(visits.keeper, () -> StatementCounter.during(() -> records.list(query.first(50)))))
                .isEqualTo(1);
    }

    private List<String> violations(Query query) {
        return refused(() -> records.list(query));
    }

    private static List<String> refused(ThrowingCallable work) {
        var found = new ArrayList<String>();
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> refused.violations()
                                .forEach(wrong -> found.add(wrong.field() + ":" + wrong.code()
                                        + (wrong.row() == null ? "" : "@" + wrong.row()))));
        return found;
    }
}
