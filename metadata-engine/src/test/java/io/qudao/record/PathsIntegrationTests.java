package io.qudao.record;

import static io.qudao.record.RecordFixture.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.qudao.expression.ExpectedType;
import io.qudao.expression.Expressions;
import io.qudao.expression.FieldPath;
import io.qudao.expression.Moment;
import io.qudao.kernel.Value;
import io.qudao.metadata.DataType;
import io.qudao.metadata.ListView.Sort;
import io.qudao.metadata.Metadata;
import io.qudao.metadata.PermissionSet.ObjectRights;
import io.qudao.metadata.PermissionSet.Rows;
import io.qudao.record.Query.Count;
import io.qudao.tenancy.Caller;
import io.qudao.tenancy.Tenant;
import io.qudao.tenancy.TenantScope;
import io.qudao.testing.EngineTestApplication;
import io.qudao.testing.TenantFixture;
import io.qudao.testing.TestStack;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.transaction.support.TransactionTemplate;

/** Lists by paths against an oracle that walks from record to record. */
@SpringBootTest(classes = {EngineTestApplication.class, RecordFixture.class})
@ContextConfiguration(initializers = TestStack.class)
class PathsIntegrationTests {
    private static final Map<String, DataType> PATHS = Map.of(
            "outlet.code", DataType.TEXT,
            "outlet.note", DataType.TEXT,
            "outlet.opened", DataType.DATE,
            "outlet.rating", DataType.DECIMAL,
            "outlet.turnover", DataType.MONEY,
            "outlet.region.name", DataType.TEXT,
            "outlet.region.above.people", DataType.INTEGER,
            "next.code", DataType.TEXT,
            "outlet.region", DataType.LOOKUP,
            "outlet.open", DataType.BOOLEAN);

    @Autowired
    private ApplicationContext context;

    @Autowired
    private RecordFixture fixture;

    @Autowired
    private Records records;

    @Autowired
    private Metadata metadata;

    @Autowired
    private Expressions expressions;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient jdbc;

    private Tenant tenant;
    private VisitsFixture visits;

    @BeforeEach
    void fill() {
        tenant = TenantFixture.create(context);
        visits = new VisitsFixture(tenant, fixture, records);
    }

    @Test
    void agreesWithAWalkFromRecordToRecord() {
        checkAgainstOracle(Caller.platform(tenant), Set.of(), 120);
    }

    @Test
    void seesNothingOfRecordsOutOfReach() {
        var own = new HashMap<String, ObjectRights>();
        own.put("visit", RecordFixture.rights(Rows.ALL));
        own.put("outlet", RecordFixture.rights(Rows.OWN));
        own.put("region", RecordFixture.rights(Rows.ALL));
        var reader = fixture.member(tenant, own);
        TenantScope.call(reader, () -> records.create("outlet", given("name", Value.text("mine"))));
        checkAgainstOracle(reader, Set.copyOf(visits.outlets), 40);
    }

    @Test
    void readsTheTargetsOfOnePageOnly() {
        TenantScope.call(Caller.platform(tenant), () -> {
            var more = Collections.nCopies(1_000, given("name", Value.text("one more")));
            transaction.executeWithoutResult(status -> {
                for (int batch = 0; batch < 10; batch++) {
                    records.createAll("region", more);
                }
                jdbc.sql("select pg_stat_force_next_flush()").query().singleRow();
            });
            transaction.executeWithoutResult(status ->
                    jdbc.sql("select engine.refresh_statistics()").query().singleRow());
            var plain = Query.of("region").only(List.of("name")).first(20);
            var joined = plain.only(List.of("name", "above.name"));
            for (int time = 0; time < 15; time++) { // until the search keeps its plan, too
                long before = readsOf(() -> records.list(plain));
                assertThat(readsOf(() -> records.list(joined))).isLessThan(before + 100);
            }
            return tenant;
        });
    }

    /** How many rows of records this reads, from tables and through indexes. */
    private long readsOf(Runnable work) {
        return transaction.execute(status -> {
            long before = reads();
            work.run();
            return reads() - before;
        });
    }

    private long reads() {
        return jdbc.sql("""
                        select coalesce(sum(coalesce(seq_tup_read, 0) + coalesce(idx_tup_fetch, 0)), 0)
                          from pg_stat_xact_user_tables where relname like 'rec\\_%'
                        """).query(Long.class).single();
    }

    /** Random lists by the caller, beside a walk that cannot enter the records out of reach. */
    private void checkAgainstOracle(Caller caller, Set<UUID> outOfReach, int rounds) {
        TenantScope.call(caller, () -> {
            var all = all("visit");
            var byId = new HashMap<UUID, Row>();
            TenantScope.call(Caller.platform(tenant), () -> {
                all("outlet").forEach(row -> byId.put(row.id(), row));
                all("region").forEach(row -> byId.put(row.id(), row));
                return byId;
            });
            byId.keySet().removeAll(outOfReach);
            for (int round = 0; round < rounds; round++) {
                var query = Query.of("visit")
                        .where(visits.random.nextInt(4) == 0 ? null : condition(2))
                        .by(order())
                        .only(columns())
                        .first(1 + visits.random.nextInt(50));
                var expected = expected(all, byId, query);
                var found = pages(query);
                assertThat(found).extracting(Row::id).as("%s", query).containsExactlyElementsOf(expected);
                assertThat(records.list(query.counted(Count.EXACT)).count()).isEqualTo(expected.size());
                for (Row row : found) {
                    query.columns()
                            .forEach(column -> assertThat(row.values().get(column))
                                    .as("%s of %s", column, query)
                                    .isEqualTo(walk(whole(all, row), column, byId)));
                }
            }
            return all;
        });
    }

    private static Row whole(List<Row> all, Row part) {
        return all.stream()
                .filter(row -> row.id().equals(part.id()))
                .findFirst()
                .orElseThrow();
    }

    private List<UUID> expected(List<Row> all, Map<UUID, Row> byId, Query query) {
        var release = metadata.current();
        var schema = release.schema(release.object("visit").orElseThrow());
        var moment = new Moment(Clock.systemUTC().instant(), ZoneOffset.UTC, tenant.currency());
        var filter = query.filter() == null
                ? null
                : expressions.require("filter", query.filter(), schema, ExpectedType.BOOLEAN);
        return all.stream()
                .filter(row -> filter == null
                        || filter.test(path -> walk(row, path.toString(), byId), moment)
                                .holds())
                .sorted(comparator(query.sort(), byId))
                .map(Row::id)
                .toList();
    }

    private static Value walk(Row row, String path, Map<UUID, Row> byId) {
        var names = FieldPath.parse(path).names();
        Row at = row;
        for (String name : names.subList(0, names.size() - 1)) {
            at = at.value(name) instanceof Value.Ref(var id) ? byId.get(id) : null;
            if (at == null) {
                return Value.none();
            }
        }
        return at.value(names.getLast());
    }

    private static Comparator<Row> comparator(List<Sort> sorts, Map<UUID, Row> byId) {
        Comparator<Row> ids = Comparator.comparing(row -> row.id().toString());
        Comparator<Row> order = !sorts.isEmpty() && sorts.getLast().descending() ? ids.reversed() : ids;
        for (Sort sort : sorts.reversed()) {
            var values = PATHS.getOrDefault(sort.field(), DataType.INTEGER).order();
            Comparator<Value> directed = (one, other) -> one.isNull() || other.isNull()
                    ? Boolean.compare(one.isNull(), other.isNull())
                    : sort.descending() ? values.compare(other, one) : values.compare(one, other);
            order = Comparator.<Row, Value>comparing(row -> walk(row, sort.field(), byId), directed)
                    .thenComparing(order);
        }
        return order;
    }

    private List<Row> all(String object) {
        return pages(Query.of(object).first(Query.MOST));
    }

    private List<Row> pages(Query query) {
        var rows = new ArrayList<Row>();
        String next = null;
        do {
            var page = records.list(query.after(next));
            rows.addAll(page.rows());
            next = page.next();
        } while (next != null);
        return rows;
    }

    private List<Sort> order() {
        return visits.random
                .ints(visits.random.nextInt(3), 0, 100)
                .mapToObj(number -> new Sort(
                        number % 4 == 0 ? "guests" : visits.pick(List.copyOf(PATHS.keySet())),
                        visits.random.nextBoolean()))
                .toList();
    }

    private List<String> columns() {
        var columns = new ArrayList<>(PATHS.keySet());
        columns.add("guests");
        columns.removeIf(column -> visits.random.nextInt(3) > 0);
        return columns.isEmpty() ? List.of("outlet.code") : columns;
    }

    private String condition(int depth) {
        String relation = visits.pick(List.of("==", "!=", "<", "<=", ">", ">="));
        return switch (visits.random.nextInt(depth > 0 ? 11 : 8)) {
            case 0 -> "outlet.code " + relation + " '" + visits.pick(List.of("A", "a", "门店", "c")) + "'";
            case 1 -> "outlet.opened " + relation + " date('2024-01-0" + (1 + visits.random.nextInt(9)) + "')";
            case 2 -> "outlet.turnover " + relation + " " + visits.random.nextInt(5);
            case 3 -> "outlet.region.name.startsWith('" + visits.pick(List.of("P", "Province 1", "r")) + "')";
            case 4 -> visits.pick(List.copyOf(PATHS.keySet())) + visits.pick(List.of(" == null", " != null"));
            case 5 -> "outlet.region.above.people " + relation + " guests";
            case 6 -> "next.code == outlet.code";
            case 7 -> "outlet.open && next.open";
            case 8 -> "(" + condition(depth - 1) + " && " + condition(depth - 1) + ")";
            case 9 -> "(" + condition(depth - 1) + " || " + condition(depth - 1) + ")";
            default -> "!(" + condition(depth - 1) + ")";
        };
    }
}
