package io.qudao.record;

import static io.qudao.record.FieldDraft.field;
import static io.qudao.record.RecordFixture.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.qudao.kernel.Value;
import io.qudao.metadata.DataType;
import io.qudao.metadata.Label;
import io.qudao.metadata.ListView;
import io.qudao.metadata.ListView.Sort;
import io.qudao.metadata.PermissionSet.ObjectRights;
import io.qudao.metadata.PermissionSet.Rows;
import io.qudao.tenancy.Caller;
import io.qudao.tenancy.Tenant;
import io.qudao.tenancy.TenantScope;
import io.qudao.testing.EngineTestApplication;
import io.qudao.testing.TenantFixture;
import io.qudao.testing.TestStack;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.ContextConfiguration;

/** List views for everybody, opened by a member who may not see all of their fields. */
@SpringBootTest(classes = {EngineTestApplication.class, RecordFixture.class})
@ContextConfiguration(initializers = TestStack.class)
class VisibleListsIntegrationTests {
    @Autowired
    private ApplicationContext context;

    @Autowired
    private RecordFixture fixture;

    @Autowired
    private Records records;

    @Autowired
    private RecordTypes types;

    private Tenant tenant;

    @BeforeEach
    void fill() {
        tenant = TenantFixture.create(context);
        fixture.cell(
                tenant,
                "thing",
                List.of(
                        field("a1", "word", DataType.TEXT).build(),
                        field("a2", "count", DataType.INTEGER).slot("n1").build(),
                        field("a3", "rate", DataType.DECIMAL).build(),
                        field("a4", "day", DataType.DATE).build(),
                        field("a5", "yes", DataType.BOOLEAN).build()));
        var thing = given(
                "name", Value.text("a"),
                "word", Value.text("w"),
                "count", Value.of(5),
                "day", Value.text("2020-01-01"),
                "yes", Value.of(true));
        TenantScope.call(Caller.platform(tenant), () -> records.create("thing", thing));
    }

    @Test
    void runsListsWithoutWhatTheirReaderMayNotSee() {
        var all = Set.of("word", "count", "rate", "yes", "day");
        var list = new ListView(
                "thing",
                "some",
                Label.of("Some", "一些"),
                List.of("word", "count"),
                "yes == true && (count > 3 || isNull(rate)) && (word != 'x' && day < today())",
                List.of(new Sort("count", true), new Sort("day", false)));
        var everybody = visible(list, Set.of());
        assertThat(everybody.list()).isEqualTo(list);
        assertThat(everybody.isWhole()).isTrue();
        var most = visible(list, Set.of("count"));
        assertThat(most.list().columns()).containsExactly("word");
        assertThat(most.list().filter()).isEqualTo("(yes == true) && (word != 'x') && (day < today())");
        assertThat(most.list().sort()).containsExactly(new Sort("day", false));
        assertThat(most.filtered()).isFalse();
        assertThat(most.sorted()).isFalse();
        var none = visible(list, all);
        assertThat(none.list().filter()).isNull();
        assertThat(none.list().sort()).isEmpty();
    }

    /** The list to somebody from whom these fields are hidden, who can run it. */
    private RecordTypes.VisibleList visible(ListView list, Set<String> hidden) {
        var reader =
                fixture.member(tenant, new ObjectRights(false, true, false, false, hidden, Set.of(), Rows.ALL), null);
        return TenantScope.call(reader, () -> {
            var visible = types.visible(list).list();
            assertThat(records.list(Query.of("thing").where(visible.filter()).by(visible.sort()))
                            .rows())
                    .isNotEmpty();
            return types.visible(list);
        });
    }
}
